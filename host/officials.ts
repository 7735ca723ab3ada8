import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { resetAt } from './reset-at';
import { showCredentialsBeside } from './show-credentials';
import { writeStdout } from './terminal';

const usage = `npm run officials -- reset <login> [--data ./data] [--key-file FILE]

  给一位管理人员新的登录信息，只显示一次；需要数据目录和主密钥文件，内嵌数据库时先停止服务。
  Gives an official new sign-in, shown once. It needs the data folder and the master key file; with the embedded store, stop the host first.
`;

const declared = { data: { type: 'string', default: './data' }, 'key-file': { type: 'string' } } as const;

async function main(argv: readonly string[]): Promise<void> {
  const { values, positionals } = parsed(argv);
  const [verb, login, ...rest] = positionals;
  if (verb !== 'reset' || login === undefined || rest.length > 0) throw new Error(usage);
  const dataFolder = resolve(values.data);
  const keyFile = resolve(values['key-file'] ?? `${dataFolder}.key`);
  await resetAt({ dataFolder, keyFile }, login.toLowerCase(), showCredentialsBeside(keyFile));
  await writeStdout('  已生效，此前的登录已失效。 It holds now; earlier sign-in and sessions are ended.\n');
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: declared, allowPositionals: true });
  } catch (fault) {
    throw new Error(usage, { cause: fault });
  }
}

main(process.argv.slice(2)).catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : '没有成功 it failed'}\n`);
  process.exitCode = 1;
});
