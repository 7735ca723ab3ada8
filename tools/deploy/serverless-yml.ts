import { type CloudFunction, cloudFunctions } from './cloud-functions';

const head = `# 同乘部署在腾讯云开发上的云函数。由 npm run generate 生成，不要手改。
# The functions of Tongcheng on Tencent CloudBase, as \`tcb\` of @cloudbase/cli reads them: \`npm run cloudbase:tcb -- fn deploy --all --force --yes\`
# (docs/deploy-cloudbase.md). A host of one's own reads its timers here. Written by \`npm run generate\` from tools/deploy: change it there.
# Values stand in .env and are named here only. No key of an operator is named (decision 171).
version: '2.0'
envId: '{{env.TONGCHENG_CLOUDBASE_ENV}}'
region: '{{env.TONGCHENG_TENCENT_REGION}}'
functionRoot: ./dist/cloudfunctions/cloudbase
functions:
`;

const oneTrigger = ({ name, cron }: CloudFunction['timers'][number]): string => `      - name: ${name}
        type: timer
        config: '${cron}'
`;

const triggersOf = (timers: CloudFunction['timers']): string =>
  timers.length === 0
    ? ''
    : `    triggers: # seconds, minutes, hours, day, month, weekday, year: the same moments in any zone\n${timers.map(oneTrigger).join('')}`;

const oneFunction = ([name, { summary, memoryMegabytes, timeoutSeconds, timers, names }]: [
  string,
  CloudFunction,
]): string => `  - name: ${name} # ${summary}
    handler: index.main
    runtime: Nodejs20.19
    role: TCB_QcsRole # the platform gives this role's keys to the function
    memorySize: ${memoryMegabytes}
    timeout: ${timeoutSeconds}
    installDependency: true # only compiled packages: everything else is inside the bundle
    envVariables:
      TZ: UTC
${Object.keys(names)
  .map((each) => `      ${each}: '{{env.${each}}}'\n`)
  .join('')}${triggersOf(timers)}`;

/** `serverless.yml`, at the top of the repository. */
export const serverlessYml = (): string => `${head}${Object.entries(cloudFunctions).map(oneFunction).join('')}`;
