import { type Day, dayOf, type Instant } from '@tongcheng/shared/time';
import { collection, type DocumentStore } from '../../ports/document-store';
import type { Vault } from '../../vault/vault';

/** When a person check was first found passed: one check shows a pass for half an hour, however often its outcome is asked. */
interface PassedCheck {
  /** `${day}.${index}`, of the day on which it was begun. */
  readonly _id: string;
  readonly day: Day;
  readonly passedAt: Instant;
}
export const passedChecks = collection<PassedCheck>()({
  name: 'passChecks',
  keep: { until: 'days', days: 2 },
  belongs: { to: 'nobody' },
  distributeBy: '_id',
  partition: 'day',
  indexes: [],
});

interface Needs {
  readonly store: DocumentStore;
  readonly vault: Pick<Vault, 'blindIndex'>;
}

/** The instant at which a check counts as passed: now, or when it first did. */
export async function passedAtOf(
  { store, vault }: Needs,
  { checkId, beganAt }: { readonly checkId: string; readonly beganAt: Instant },
  now: Instant,
): Promise<Instant> {
  const day = dayOf(beganAt);
  const _id = `${day}.${await vault.blindIndex('pass-check', checkId)}`;
  if ((await store.insert(passedChecks, { _id, day, passedAt: now })) === 'inserted') return now;
  const held = await store.get(passedChecks, _id);
  // Dropped with its day: the check itself is over for longer than a day.
  return held?.passedAt ?? beganAt;
}
