import type { Alert, AlertAnswer } from '../../ports/notifier';

/** Of the keys that begin so WeChat takes this many characters at most. */
const shortKey = /^thing\d+$/;
const maxCharacters = 20;

/** Not following, not subscribed, or taken back. */
const notAgreed: ReadonlySet<number> = new Set([43004, 43101]);
/** No such user of this app. */
const noAddress = 40003;

/** What fills the keys of a template (`thing1`, `time2`) as WeChat takes it; a word that is too long for its key ends in an ellipsis. */
export function filledKeys(alert: Alert, keys: Readonly<Record<string, string>>): Record<string, { value: string }> {
  return Object.fromEntries(
    Object.entries(keys).map(([key, place]) => [key, { value: fitting(key, wordOf(alert, place)) }]),
  );
}

function wordOf({ words, kind }: Alert, place: string): string {
  const word = words[place];
  if (word === undefined) throw new Error(`the template of ${kind} has a key that the alert does not fill: ${place}`);
  return word;
}

function fitting(key: string, word: string): string {
  const characters = Array.from(word);
  if (!shortKey.test(key) || characters.length <= maxCharacters) return word;
  return `${characters.slice(0, maxCharacters - 1).join('')}…`;
}

/** WeChat's no to a message, told apart. */
export function messageRefused(errcode: number): AlertAnswer {
  const code = String(errcode);
  if (notAgreed.has(errcode)) return { is: 'refused', why: 'not-agreed', code };
  return { is: 'refused', why: errcode === noAddress ? 'no-address' : 'not-accepted', code };
}
