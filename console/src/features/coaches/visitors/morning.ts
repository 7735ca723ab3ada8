import { dayMs, formatInstant, type Instant } from '@tongcheng/shared/time';
import type { Asking, MorningLine } from '../../../client/morning';
import type { ServerReply } from '../../../client/use-query';
import { loadStations, loadVisitorCodes } from './load-visitor-codes';
import { visitorMorningTexts, visitorTexts } from './texts';
import type { VisitorRow } from './visitor-rows';

/** So long before its end a code is told of: the sheet has to be printed and changed. */
const aheadMs = 7 * dayMs;

/** L-06: codes of stations that end within a week; to whoever may post another. A station with a second code that lasts is left alone. */
export const visitorCodeLines = async (
  asking: Asking<'oversight.get-settings' | 'oversight.list-invitations'>,
): Promise<ServerReply<readonly MorningLine[]>> => {
  const { call, city, may, now } = asking;
  if (!may('oversight.post-visitor-code')) return { ok: true, value: [] };
  const codes = await loadVisitorCodes(call, city);
  if (!codes.ok) return codes;
  // On most mornings none ends, and the names of the stations are not asked for.
  if (!codes.value.some(({ expiresAt }) => expiresAt <= now + aheadMs)) return { ok: true, value: [] };
  const rows = await loadStations(call, city, codes.value);
  return rows.ok ? { ok: true, value: endingCodes(rows.value, now).map(lineOf) } : rows;
};

interface EndingCode {
  readonly row: VisitorRow;
  readonly expiresAt: Instant;
  readonly isLastDay: boolean;
}

/** Of each station the code that lasts longest, where that ends soon; codes of stations that the settings no longer name need no other. */
function endingCodes(rows: readonly VisitorRow[], now: Instant): readonly EndingCode[] {
  const last = new Map<string, { readonly row: VisitorRow; readonly expiresAt: Instant }>();
  for (const row of rows) {
    if (!row.code || !row.name) continue;
    const { expiresAt } = row.code;
    if (expiresAt > (last.get(row.stationId)?.expiresAt ?? 0)) last.set(row.stationId, { row, expiresAt });
  }
  return [...last.values()]
    .filter(({ expiresAt }) => expiresAt <= now + aheadMs)
    .map((each) => ({ ...each, isLastDay: each.expiresAt <= now + dayMs }));
}

const lineOf = ({ row, expiresAt, isLastDay }: EndingCode): MorningLine => ({
  id: row.stationId,
  kind: isLastDay ? 'wrong' : 'waits',
  words: (say) =>
    say(visitorMorningTexts.ending, {
      station: say(row.name ?? visitorTexts.formerStation),
      time: formatInstant(expiresAt, 'MM-DD HH:mm'),
    }),
  to: '/visitor-codes',
  by: expiresAt,
});
