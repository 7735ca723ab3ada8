import { type CloudFunction, cloudFunctions } from './cloud-functions';

const head = `# The functions of Tongcheng 同乘 on Tencent CloudBase, for \`scf deploy\` (component multi-scf). The host on one machine reads
# its timers here too. Written by \`npm run generate\` from tools/deploy: change it there.
# Values come from the environment by reference; none is written in this file. Cron has seven fields and runs in UTC.
component: multi-scf
name: tongcheng
app: tongcheng
stage: \${env:TONGCHENG_STAGE}
inputs:
  region: \${env:TENCENT_REGION}
  namespace: \${env:TCB_ENV} # the functions of a CloudBase environment live in the namespace of its id
  type: event
  runtime: Nodejs20.19
  src:
    src: ./dist/cloudfunctions/cloudbase
    exclude:
      - .meta/**
  functions:
`;

const oneFunction = ([name, { summary, memoryMegabytes, timeoutSeconds, names }]: [
  string,
  CloudFunction,
]): string => `    ${name}: # ${summary}
      name: ${name}
      src: ./${name}
      handler: index.main
      memorySize: ${memoryMegabytes}
      timeout: ${timeoutSeconds}
      installDependency: true # only compiled packages: everything else is inside the bundle
      environment:
        variables:
          TZ: UTC
${Object.keys(names)
  .map((each) => `          ${each}: \${env:${each}}\n`)
  .join('')}`;

const triggers = (): string =>
  Object.entries(cloudFunctions)
    .flatMap(([name, { timers }]) =>
      timers.map(
        (timer) => `    - type: timer
      function: ${name}
      parameters:
        name: ${timer.name}
        cronExpression: '${timer.cron}'
        enable: true
`,
      ),
    )
    .join('');

/** `serverless.yml`, at the top of the repository. */
export const serverlessYml = (): string =>
  `${head}${Object.entries(cloudFunctions).map(oneFunction).join('')}  triggers:\n${triggers()}`;
