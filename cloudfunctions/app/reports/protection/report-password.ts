import { reportKeyOf, reportName, type StoredReportKey } from '@tongcheng/shared/reports/report-key';
import type { Chance } from '../../../ports/chance';
import type { DocumentStore } from '../../../ports/document-store';
import type { KeyService } from '../../../ports/key-service';
import { passwords, type ReportRecord } from '../records';

interface Needs {
  readonly store: DocumentStore;
  readonly keys: KeyService;
  readonly chance: Chance;
}

/** Without 0, O, 1, I, L, U: it is read aloud over the telephone. 30 characters, so that a byte below 240 gives each alike. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Four groups of five: 98 bits. */
const groups = 4;
const groupLength = 5;

/**
 * The password of the workbooks of a subject and a city or province, of one form and one month (decision 042): made at first use by whichever instance is
 * first, kept wrapped by the key service only, the same for everybody who asks.
 */
export async function reportPassword(
  needs: Needs,
  report: StoredReportKey & Pick<ReportRecord, 'form'>,
): Promise<string> {
  const month = reportName({ ...reportKeyOf(report), period: 'month' }).split('.');
  const id = [...month.slice(0, -1), report.form, ...month.slice(-1)].join('.');
  const context = `report-password:${id}`;
  const found = await needs.store.get(passwords, id);
  if (found) return wordsOf(await needs.keys.unwrap(found.wrapped, context));
  const secret = needs.chance.bytes(32);
  const wrapped = await needs.keys.wrap(secret, context);
  const first = await needs.store.insert(passwords, { _id: id, wrapped });
  return first === 'inserted' ? wordsOf(secret) : reportPassword(needs, report);
}

function wordsOf(secret: Uint8Array): string {
  const letters = [...secret].filter((byte) => byte < 240).map((byte) => alphabet.charAt(byte % alphabet.length));
  if (letters.length < groups * groupLength) return wordsOf(secret.map((byte, place) => (byte + place + 17) % 256));
  return Array.from({ length: groups }, (_, group) =>
    letters.slice(group * groupLength, (group + 1) * groupLength).join(''),
  ).join('-');
}
