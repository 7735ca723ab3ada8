import type { FirstStart } from './first-start';
import type { HostOptions } from './options';
import { provinceText } from './province/province-text';
import { terminalLine } from './terminal';

/** What the terminal says when everything answers. */
export function announcement(options: HostOptions, first: FirstStart, seconds: number): string {
  const { publicUrl: url } = options;
  return [
    '',
    `同乘已启动（${seconds.toFixed(1)} 秒） Tongcheng answers (${seconds.toFixed(1)} s)`,
    '',
    ...(options.city ? [terminalLine('海报墙 poster wall', `${url}/wall/`)] : []),
    terminalLine('乘客端 rider app', `${url}/app/`),
    terminalLine('核验屏 verification screen', first.invitation?.link ?? `${url}/verify/`),
    terminalLine('管理端 console', `${url}/console/`),
    terminalLine('公开数据 open figures', `${url}/open/${options.city ? '?city=420100' : ''}`),
    ...(options.city ? [terminalLine('邮箱 mailbox', `${url}/mail/`)] : []),
    terminalLine('接口 API', `${url}/docs/`),
    '',
    ...(first.invitation ? [terminalLine('核验屏邀请码 invitation (one use)', first.invitation.invitation), ''] : []),
    ...(first.ofProvince ? [provinceText(first.ofProvince)] : []),
    '按 Ctrl-C 停止 Ctrl-C stops it',
    '',
  ].join('\n');
}
