import type { FirstStart } from './first-start';
import type { HostOptions } from './options';

/** What the terminal says when everything answers. */
export function announcement(options: HostOptions, first: FirstStart, seconds: number): string {
  const { publicUrl: url } = options;
  return [
    '',
    `同乘已启动（${seconds.toFixed(1)} 秒） Tongcheng answers (${seconds.toFixed(1)} s)`,
    '',
    ...(options.city ? [line('海报墙 poster wall', `${url}/wall/`)] : []),
    line('乘客端 rider app', `${url}/app/`),
    line('核验屏 verification screen', first.invitation?.link ?? `${url}/verify/`),
    line('管理端 console', `${url}/console/`),
    ...(options.city ? [line('邮箱 mailbox', `${url}/mail/`)] : []),
    line('接口 API', `${url}/docs/`),
    '',
    ...(first.invitation ? [line('核验屏邀请码 invitation (one use)', first.invitation.invitation), ''] : []),
    ...credentials(first),
    '按 Ctrl-C 停止 Ctrl-C stops it',
    '',
  ].join('\n');
}

const line = (what: string, value: string) => `  ${what.padEnd(34)} ${value}`;

function credentials({ credentials: officials }: FirstStart): readonly string[] {
  if (officials.length === 0) return [];
  return [
    '  管理端登录，只显示这一次，请保存 Sign-in of the console, shown this once: keep it',
    ...officials.flatMap(({ login, password, totpSecret }) => [
      line(`  ${login}`, `密码 password ${password}`),
      line('', `动态码密钥 one-time code secret ${totpSecret}`),
    ]),
    line('', '没有验证器时 without an authenticator:  npm run code -- <secret>'),
    '',
  ];
}
