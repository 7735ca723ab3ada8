import { parseArgs } from 'node:util';
import { credentialsText } from '../../host/credentials-text';
import { writeStdout } from '../../host/terminal';
import { operatorValues } from './deployment-file';
import { prepareCloud } from './prepare';

const usage = `npm run cloudbase:begin -- [--cities DIR] [--reset LOGIN]

  把城市写入云数据库，建立首批管理人员（登录信息只显示一次）；可重复执行。读取本目录的 .env 和 operator.env。
  Brings cities into the cloud's database and makes the first officials, whose sign-in is shown once; safe to repeat.
  Reads .env and operator.env of this folder.
`;

const declared = { cities: { type: 'string' }, reset: { type: 'string' } } as const;

/** `npm run cloudbase:begin`: {@link prepareCloud} from a terminal. */
async function main(argv: readonly string[]): Promise<void> {
  const { values } = parsed(argv);
  await prepareCloud(operatorValues(process.env), {
    ...(values.cities !== undefined && { citiesFolder: values.cities }),
    ...(values.reset !== undefined && { reset: values.reset.toLowerCase() }),
    say: (line) => console.log(line),
    showCredentials: (credentials) => writeStdout(credentialsText(credentials)),
  });
  console.log('云端已就绪 the cloud has what it needs');
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: declared });
  } catch (fault) {
    throw new Error(usage, { cause: fault });
  }
}

main(process.argv.slice(2)).catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : '没有成功 it failed'}\n`);
  process.exitCode = 1;
});
