import type { ArchiveNeeds } from '@tongcheng/cloudfunctions/app/audit/access-archive';
import { checkAccessLog, type MailedHead, parseHead } from '@tongcheng/cloudfunctions/app/audit/check-access-log';
import {
  type AccessQuery,
  type FoundAccess,
  searchAccessLog,
  searchArchives,
} from '@tongcheng/cloudfunctions/app/audit/search-access-log';
import { reports } from '@tongcheng/cloudfunctions/app/reports/records';
import { type AccessFault, accessPurposes } from '@tongcheng/shared/oversight/wire';
import { addDays, dayOf, formatInstant, type Instant } from '@tongcheng/shared/time';
import { WireDay } from '@tongcheng/shared/wire';

/** What does not fit, in both languages. */
const reasons = {
  changed: '内容被改动 it was changed',
  missing: '这一条不见了 this entry is gone',
  added: '事后加入 it was added afterwards',
  'anchor-changed': '这一天的链头不符 the head of this day does not fit',
  'anchor-missing': '缺少链头 a head is missing',
  emptied: '记录被清空：有报表而没有任何访问记录 it was emptied: there are reports and no entry',
} as const satisfies Readonly<Record<AccessFault, string>>;

/** Reads a head as a mail tells it: `2026-11-28 <64 hexadecimal digits>`; throws a sentence when it is none. */
export function mailedHead(text: string | undefined): MailedHead | undefined {
  if (text === undefined) return undefined;
  const head = parseHead(text);
  if (!head)
    throw new Error(
      '链头的形式是“日期 64 位十六进制数”。 A head is a day and 64 hexadecimal digits, as the mail tells it.',
    );
  return head;
}

/** Checks the access log, files of past days too, and says what was found; false when something does not fit. */
export async function verifyAudit(
  needs: ArchiveNeeds,
  mailed: MailedHead | undefined,
  say: (line: string) => unknown,
): Promise<boolean> {
  const state = await checkAccessLog(needs, { mailed, known: await needs.store.count(reports, {}) });
  if (!state.whole) {
    await say(`  第一处不符 first bad entry: ${state.firstBad}：${reasons[state.why]}\n`);
    return false;
  }
  await say(
    `  访问记录完整 the access log is whole: ${state.entries}\n  最后的链头 last head: ${state.lastHead || '–'}\n`,
  );
  return true;
}

/** Reads what is looked for out of the words of the command line; throws a sentence. Without days: the last seven. */
export function auditQuery(words: Readonly<Record<string, string | undefined>>, now: Instant): AccessQuery {
  const { from = addDays(dayOf(now), -6), to = dayOf(now), city, who, purpose, about } = words;
  for (const day of [from, to])
    if (!WireDay.safeParse(day).success)
      throw new Error(`日期的形式是 2026-11-28。 A day looks like 2026-11-28, not like ${day}.`);
  const known = accessPurposes.find((each) => each === purpose);
  if (purpose !== undefined && !known)
    throw new Error(`没有这个目的，可选： There is no such purpose; they are: ${accessPurposes.join(' ')}`);
  return {
    ...{ from, to, purpose: known, about, who: who === undefined ? undefined : [who] },
    ...(city !== undefined && { city }),
  };
}

const pageSize = 200;

/** Says every entry that is looked for, a line each: of past days out of their files first, then what is at hand, the latest first. */
export async function listAudit(
  needs: ArchiveNeeds,
  query: AccessQuery,
  say: (line: string) => unknown,
): Promise<number> {
  let count = 0;
  const sayAll = async (found: readonly FoundAccess[]) => {
    for (const each of found) await say(`${lineOf(each)}\n`);
    count += found.length;
  };
  for await (const found of searchArchives(needs, query)) await sayAll(found);
  let after: string | undefined;
  do {
    const { found, next } = await searchAccessLog(needs, query, { limit: pageSize, after });
    await sayAll(found);
    after = next;
  } while (after !== undefined);
  return count;
}

function lineOf({ entry, at, access }: FoundAccess): string {
  const { purpose, who, city, day, what, reason, counts } = access;
  const counted = Object.entries(counts).map(([name, count]) => `${name}=${count}`);
  return [formatInstant(at), purpose, who, city, day ?? '', what, reason ?? '', ...counted, entry].join('\t');
}
