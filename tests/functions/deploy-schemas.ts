import * as z from 'zod';

/** How serverless.yml refers to the deployer's environment. */
export const reference = (name: string): string => `\${env:${name}}`;

const functionName = z.string().regex(/^[A-Za-z][\w-]{0,58}[A-Za-z0-9]$/);
/** `file.method` in the bundle's own folder: a slash would not be found. */
const handler = z.string().regex(/^\w+\.\w+$/);
const memory = z.literal([64, 128, 256, 384, 512, 640, 768, 896, 1024, 1280, 1536, 2048, 3072]);
const timeout = z.int().min(1).max(900);
const runtime = z.literal('Nodejs20.19');
/** Seconds, minutes, hours, day, month, weekday, year. */
const cloudCron = z.string().regex(/^(\S+ ){6}\S+$/);

/** What the component multi-scf reads (its own `interface/inputs.ts` and configure.md); a field it does not know is a mistake. */
export const ServerlessYml = z.strictObject({
  component: z.literal('multi-scf'),
  name: z.string(),
  app: z.string(),
  stage: z.literal(reference('TONGCHENG_STAGE')),
  inputs: z.strictObject({
    region: z.literal(reference('TENCENT_REGION')),
    namespace: z.literal(reference('TCB_ENV')),
    type: z.literal('event'),
    runtime,
    src: z.strictObject({ src: z.string().startsWith('./dist/'), exclude: z.array(z.string()) }),
    functions: z.record(
      functionName,
      z.strictObject({
        name: functionName,
        src: z.string().regex(/^\.\/[\w-]+$/),
        handler,
        memorySize: memory,
        timeout,
        installDependency: z.boolean(),
        environment: z.strictObject({ variables: z.record(z.string(), z.string()) }),
      }),
    ),
    triggers: z.array(
      z.strictObject({
        type: z.literal('timer'),
        function: functionName,
        parameters: z.strictObject({ name: functionName, cronExpression: cloudCron, enable: z.literal(true) }),
      }),
    ),
  }),
});

/** What `tcb` reads of `cloudbaserc.json`, version 2.0 (docs.cloudbase.net/cli-v1/functions/configs). */
export const Cloudbaserc = z.strictObject({
  version: z.literal('2.0'),
  envId: z.literal('{{env.TCB_ENV}}'),
  functionRoot: z.string().startsWith('./dist/'),
  functions: z.array(
    z.strictObject({
      name: functionName,
      handler,
      runtime,
      memorySize: memory,
      timeout,
      installDependency: z.boolean(),
      envVariables: z.record(z.string(), z.string()),
      triggers: z.array(z.strictObject({ name: functionName, type: z.literal('timer'), config: cloudCron })),
    }),
  ),
});

/** What `tcb routes add --data` takes (docs.cloudbase.net/cli-v1/routes). */
export const Routes = z.strictObject({
  domain: z.literal('{{env.TONGCHENG_DOMAIN}}'),
  routes: z.array(
    z.strictObject({
      path: z.string().regex(/^\/api\/[a-z-]+\.[a-z-]+$/),
      upstreamResourceType: z.literal('SCF'),
      upstreamResourceName: functionName,
      enable: z.literal(true),
      enableAuth: z.literal(false),
      enablePathTransmission: z.literal(true),
    }),
  ),
});
