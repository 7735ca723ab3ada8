import { parseArgs } from 'node:util';
import { becomeOwner, namedPlace, placeOptions } from './installation-place';
import { resetAt } from './reset-at';
import { runCommand } from './run-command';
import { showCredentialsBeside } from './show-credentials';
import { writeStdout } from './terminal';

const usage = `npm run officials -- reset <login> [--data ./data] [--key-file FILE]

  给一位管理人员新的登录信息，只显示一次；需要数据目录和主密钥文件，内嵌数据库时先停止服务。
  Gives an official new sign-in, shown once. It needs the data folder and the master key file; with the embedded store, stop the host first.
`;

runCommand(async (argv) => {
  const { values, positionals } = parsed(argv);
  const [verb, login, ...rest] = positionals;
  if (verb !== 'reset' || login === undefined || rest.length > 0) throw new Error(usage);
  const place = namedPlace(values);
  becomeOwner(place, (line) => process.stderr.write(line));
  await resetAt(place, login.toLowerCase(), showCredentialsBeside(place.keyFile));
  await writeStdout('  已生效，此前的登录已失效。 It holds now; earlier sign-in and sessions are ended.\n');
});

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: placeOptions, allowPositionals: true });
  } catch (fault) {
    throw new Error(usage, { cause: fault });
  }
}
