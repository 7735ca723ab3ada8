import * as z from 'zod';

/** How a deploy file refers to a value of `.env`, as `tcb` reads it. */
export const reference = (name: string): string => `{{env.${name}}}`;

const functionName = z.string().regex(/^[A-Za-z][\w-]{0,58}[A-Za-z0-9]$/);
/** `file.method` in the bundle's own folder: a slash would not be found. */
const handler = z.string().regex(/^\w+\.\w+$/);
const memory = z.literal([64, 128, 256, 384, 512, 640, 768, 896, 1024, 1280, 1536, 2048, 3072]);
const timeout = z.int().min(1).max(900);
/** Seconds, minutes, hours, day, month, weekday, year. */
const cloudCron = z.string().regex(/^(\S+ ){6}\S+$/);

/** What `tcb` reads of a configuration, version 2.0 (docs.cloudbase.net/cli-v1/functions/configs); a field it does not know is a mistake. */
export const ServerlessYml = z.strictObject({
  version: z.literal('2.0'),
  envId: z.literal(reference('TONGCHENG_CLOUDBASE_ENV')),
  region: z.literal(reference('TONGCHENG_TENCENT_REGION')),
  functionRoot: z.string().startsWith('./dist/'),
  functions: z.array(
    z.strictObject({
      name: functionName,
      handler,
      runtime: z.literal('Nodejs20.19'),
      role: z.literal('TCB_QcsRole'),
      memorySize: memory,
      timeout,
      installDependency: z.boolean(),
      envVariables: z.record(z.string(), z.string()),
      triggers: z
        .array(z.strictObject({ name: functionName, type: z.literal('timer'), config: cloudCron }))
        .default([]),
    }),
  ),
});

/** Routes of the HTTP access service, as its own interface names their parts. */
export const Routes = z.array(
  z.strictObject({
    Path: z.string().regex(/^\/(api\/[a-z-]+\.[a-z-]+|passes\/[a-z-]+)?$/),
    UpstreamResourceType: z.literal(['SCF', 'STATIC_STORE']),
    UpstreamResourceName: functionName,
    Enable: z.literal(true),
    EnableAuth: z.literal(false),
    EnableSafeDomain: z.literal(false),
    EnablePathTransmission: z.boolean(),
  }),
);
