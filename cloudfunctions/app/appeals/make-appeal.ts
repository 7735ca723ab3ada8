import type * as api from '@tongcheng/shared/appeals/api';
import type { ParsedInputOf } from '@tongcheng/shared/endpoint';
import { fail, ok } from '@tongcheng/shared/result';
import { dayOf, hourMs } from '@tongcheng/shared/time';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { Platforms } from '../../ports/platform';
import { ServiceUnavailable } from '../../ports/service-unavailable';
import type { DayVault, Vault } from '../../vault/vault';
import { alertOnCall } from '../alerts/alert-on-call';
import { readAccount } from '../identity/account/change-account';
import { takeAttempt } from '../identity/attempts/take-attempt';
import type { UseCase } from '../use-case';
import type { CityOf } from '../venues/cached-records';
import { type AppealRecord, appeals, partOf } from './appeal-record';
import { appealText, appealView } from './appeal-view';
import { isAppealable, type OwnScan, ownScan } from './own-scan';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly cityOf: CityOf;
  readonly platforms: Platforms;
  /** Phones of the people on duty, who learn that somebody waits for a human's answer. */
  readonly onCallPhones: readonly string[];
}

type Input = ParsedInputOf<typeof api.makeAppeal>;

/** Humans read each one: a person with more refusals a day than this goes to the desk. */
const appealsADay = 10;

/** Puts an appeal into the queue of humans, with its time limit. The same again is the same appeal; other words are refused. */
export const makeAppeal: UseCase<typeof api.makeAppeal, Needs> = async (needs, caller, input) => {
  const found = await ownScan(needs, caller, input.scanId);
  const settings = found && (await needs.cityOf(found.scan.city));
  if (!found || !settings) return fail('scan-unknown');
  if (!isAppealable(found.scan)) return fail('appeal-not-needed');
  const earlier = await needs.store.get(appeals, found.scan._id);
  if (earlier) return sameOrMade(found.dayVault, earlier, input);
  const checked = await checkWords(needs, caller.accountId, input);
  if (checked) return fail(checked);
  if (!(await takeAttempt(needs, `appeal.${caller.accountId}`, appealsADay))) return fail('too-many-tries');
  const record = appealOf(found, input.text, needs.clock.now(), settings.appealHours);
  await alertOfAppeals(needs, record, settings.name.zh);
  if ((await needs.store.insert(appeals, record)) === 'inserted') return ok(appealView(found.dayVault, record));
  const other = await needs.store.get(appeals, record._id);
  return other ? sameOrMade(found.dayVault, other, input) : fail('appeal-made');
};

/** The same words again are the same appeal. */
const sameOrMade = (dayVault: DayVault, appeal: AppealRecord, { text }: Input) =>
  appealText(dayVault, appeal) === text ? ok(appealView(dayVault, appeal)) : fail('appeal-made');

/** Sent once a city and day, before the appeal is stored: the limit runs from then on, and nobody looks at an empty queue all day. */
const alertOfAppeals = (needs: Needs, { city, madeAt }: AppealRecord, name: string): Promise<void> => {
  const today = dayOf(madeAt);
  const words = { city: name, day: today };
  return alertOnCall(needs, { what: `appeals-waiting.${city}.${today}`, kind: 'appeals-waiting', city, words });
};

function appealOf({ scan, dayVault }: OwnScan, text: string, madeAt: number, hours: number): AppealRecord {
  const { _id, day, city, rider } = scan;
  return {
    _id,
    day,
    city,
    rider,
    sealed: dayVault.seal(partOf(_id, 'rider'), dayVault.open(_id, scan.sealed)),
    sealedText: dayVault.seal(partOf(_id, 'text'), { subjectId: text }),
    madeAt,
    dueAt: madeAt + hours * hourMs,
    state: 'waiting',
  };
}

/** Where the platform checks what its users write, it is asked; when it is away a human reads the words anyway. */
async function checkWords({ store, platforms }: Needs, accountId: string, { text, code }: Input) {
  const { provider } = await readAccount(store, accountId);
  const { textCheck } = platforms[provider];
  if (!textCheck) return undefined;
  if (code === undefined) return 'sign-in-refused';
  try {
    const word = await textCheck.check({ text, code });
    if (word === 'refused-code') return 'sign-in-refused';
    return word === 'doubtful' ? 'appeal-words-refused' : undefined;
  } catch (fault) {
    if (fault instanceof ServiceUnavailable) return undefined;
    throw fault;
  }
}
