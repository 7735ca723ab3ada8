import { type CloudFunction, cloudFunctions } from './cloud-functions';

const oneFunction = ([name, { memoryMegabytes, timeoutSeconds, timers, names }]: [string, CloudFunction]) => ({
  name,
  handler: 'index.main',
  runtime: 'Nodejs20.19',
  memorySize: memoryMegabytes,
  timeout: timeoutSeconds,
  installDependency: true,
  envVariables: { TZ: 'UTC', ...Object.fromEntries(Object.keys(names).map((each) => [each, `{{env.${each}}}`])) },
  triggers: timers.map((timer) => ({ name: timer.name, type: 'timer', config: timer.cron })),
});

/** `cloudbaserc.json` for the `tcb` command: the same functions as serverless.yml. */
export const cloudbaserc = (): string =>
  `${JSON.stringify(
    {
      version: '2.0',
      envId: '{{env.TCB_ENV}}',
      functionRoot: './dist/cloudfunctions/cloudbase',
      functions: Object.entries(cloudFunctions).map(oneFunction),
    },
    null,
    2,
  )}\n`;
