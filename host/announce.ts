import type { FirstStart } from './first-start';
import type { HostOptions } from './options';
import { line } from './told-line';

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
    '按 Ctrl-C 停止 Ctrl-C stops it',
    '',
  ].join('\n');
}
