import type { AuditNeeds } from '@tongcheng/cloudfunctions/app/audit/chain';
import {
  type AccessLogState,
  checkAccessLog,
  type MailedHead,
} from '@tongcheng/cloudfunctions/app/audit/check-access-log';
import { reports } from '@tongcheng/cloudfunctions/app/reports/records';

/** What does not fit, in both languages. */
const reasons = {
  changed: '内容被改动 it was changed',
  missing: '这一条不见了 this entry is gone',
  added: '事后加入 it was added afterwards',
  'anchor-changed': '这一天的链头不符 the head of this day does not fit',
  'anchor-missing': '缺少链头 a head is missing',
  emptied: '记录被清空：有报表而没有任何访问记录 it was emptied: there are reports and no entry',
} as const satisfies Readonly<Record<Extract<AccessLogState, { whole: false }>['why'], string>>;

/** Reads a head as a mail tells it: `2026-11-28 <64 hexadecimal digits>`. */
export function mailedHead(text: string | undefined): MailedHead | undefined {
  if (text === undefined) return undefined;
  const [, day, hash] = /^(\d{4}-\d\d-\d\d)[\s:]+([0-9a-f]{64})$/.exec(text.trim()) ?? [];
  if (day === undefined || hash === undefined)
    throw new Error(
      '链头的形式是“日期 64 位十六进制数”。 A head is a day and 64 hexadecimal digits, as the mail tells it.',
    );
  return { day, hash };
}

/** Checks the access log and says what was found; false when something does not fit. */
export async function verifyAudit(
  needs: AuditNeeds,
  mailed: MailedHead | undefined,
  say: (line: string) => unknown,
): Promise<boolean> {
  const state = await checkAccessLog(needs, mailed, await needs.store.count(reports, {}));
  if (!state.whole) {
    await say(`  第一处不符 first bad entry: ${state.firstBad}：${reasons[state.why]}\n`);
    return false;
  }
  await say(
    `  访问记录完整 the access log is whole: ${state.entries}\n  最后的链头 last head: ${state.lastHead || '–'}\n`,
  );
  return true;
}
