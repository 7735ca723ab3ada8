import type { OfficialCredentials } from '@tongcheng/cloudfunctions/app/oversight/official-credentials';
import { terminalLine } from './terminal';

/** The sign-in of officials, as a terminal shows it once. */
export const credentialsText = (credentials: readonly OfficialCredentials[]): string =>
  [
    '',
    '  管理端登录，只显示这一次，请保存 Sign-in of the console, shown this once: keep it',
    ...credentials.flatMap(({ login, password, totpSecret }) => [
      terminalLine(`  ${login}`, `密码 password ${password}`),
      terminalLine('', `动态码密钥 one-time code secret ${totpSecret}`),
    ]),
    terminalLine('', '没有验证器时 without an authenticator:  npm run code -- <secret>'),
    '',
  ].join('\n');
