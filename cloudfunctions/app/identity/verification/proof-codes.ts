import { addDays, type Day, dayOf, type Instant } from '@tongcheng/shared/time';
import type { Vault } from '../../../vault/vault';

type Codes = Pick<Vault, 'blindIndex'>;
type CodeOf = (vault: Codes, id: string, day: Day) => Promise<string>;

const digits = 6;

/** Six digits for one purpose and one day, kept nowhere. */
const codeFor =
  (purpose: string): CodeOf =>
  async (vault, id, day) => {
    const digest = await vault.blindIndex(purpose, `${id}.${day}`);
    const number = [...digest].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 10 ** digits, 0);
    return String(number).padStart(digits, '0');
  };

/**
 * The code that an account shows where it wants to be proven: typed at the desk or on the other device, it says that the two phones, or
 * the phone and the document, are in one hand.
 */
export const proofCode = codeFor('proof-code');

/** The code of an account's rider by which they agree that a relative scans for them. */
export const consentCode = codeFor('consent-code');

/** The code that a holder shows at the desk for a member of the family who stands there with their document. */
export const memberCode = codeFor('member-code');

/** Whether a code is that of today, or of yesterday: midnight may pass while it is read out. */
export async function isCode(codeOf: CodeOf, vault: Codes, id: string, typed: string, now: Instant): Promise<boolean> {
  const today = dayOf(now);
  const codes = await Promise.all([today, addDays(today, -1)].map((day) => codeOf(vault, id, day)));
  return codes.includes(typed);
}
