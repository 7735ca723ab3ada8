import { dayMs, hourMs, minuteMs } from '@tongcheng/shared/time';
import type { Clock } from '../../ports/clock';
import type { DocumentStore, Stored } from '../../ports/document-store';
import type { Log } from '../../ports/log';
import type { AlertAnswer, Notifier } from '../../ports/notifier';
import { ServiceUnavailable } from '../../ports/service-unavailable';
import { type AlertRecord, alerts } from './alert-record';

/** What telling people on duty takes. */
export interface AlertNeeds {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly notifier: Notifier;
  /** Phones of the people on duty, in the order of the configuration. */
  readonly onCallPhones: readonly string[];
}

/** Older news are no news. */
const livesMs = 3 * dayMs;
/** An attempt that has not ended after so long counts as dead. */
const attemptMs = 5 * minuteMs;
const atOnce = 20;

/** Sends every alert that is due, each claimed first by a change that only one runner can make. Gives how many were sent. */
export async function sendAlerts(needs: AlertNeeds): Promise<number> {
  const now = needs.clock.now();
  const { items } = await needs.store.find(alerts, {
    where: { state: 'waiting', nextAttemptAt: { lte: now } },
    order: { by: 'nextAttemptAt', direction: 'asc' },
    limit: atOnce,
  });
  let sent = 0;
  for (const due of items) sent += (await sendOne(needs, due)) === 'sent' ? 1 : 0;
  return sent;
}

async function sendOne(needs: AlertNeeds, { _v, ...due }: Stored<AlertRecord>) {
  const now = needs.clock.now();
  const claimed = { ...due, attempts: due.attempts + 1, nextAttemptAt: now + attemptMs };
  if ((await needs.store.update(alerts, claimed, _v)) !== 'updated') return undefined;
  const next = rowAfter(claimed, await outcomeOf(needs, claimed), needs.clock.now());
  await needs.store.update(alerts, next, _v + 1);
  const { state, city, attempts: count, lastAnswer: failure } = next;
  const told = { city, count, provider: 'notifier', ...(failure === '' || state === 'sent' ? {} : { failure }) };
  needs.log.event(state === 'sent' ? 'notice' : 'warning', `alert ${state}`, told);
  return state;
}

type Outcome = AlertAnswer | { readonly is: 'away'; readonly because: string };

async function outcomeOf(
  { notifier, onCallPhones }: AlertNeeds,
  { _id, kind, words, duty }: AlertRecord,
): Promise<Outcome> {
  const address = onCallPhones[duty];
  if (address === undefined) return { is: 'nowhere' };
  try {
    return await notifier.send({ alertId: _id, kind, medium: 'sms', address, words });
  } catch (fault) {
    // A fault of ours (a template with a place that nothing fills) is mended by somebody and waits like an absent service.
    const because = fault instanceof Error ? fault.name : 'unknown';
    return { is: 'away', because: fault instanceof ServiceUnavailable ? 'away' : because };
  }
}

/** Without a notifier or a phone it waits an hour, after an outage ever longer, up to an hour; what waited three days expires. */
function rowAfter(row: AlertRecord, outcome: Outcome, now: number): AlertRecord {
  switch (outcome.is) {
    case 'taken':
      return { ...row, state: 'sent', nextAttemptAt: 0, lastAnswer: outcome.reference };
    case 'refused':
      return { ...row, state: 'refused', nextAttemptAt: 0, lastAnswer: `${outcome.why} ${outcome.code}` };
    case 'nowhere':
      return later(row, now, hourMs, 'nowhere: no notifier or nobody on duty is configured');
    case 'away':
      return later(row, now, Math.min(hourMs, minuteMs * 2 ** Math.min(row.attempts - 1, 6)), outcome.because);
  }
}

const later = (row: AlertRecord, now: number, ms: number, lastAnswer: string): AlertRecord =>
  now + ms > row.queuedAt + livesMs
    ? { ...row, state: 'expired', nextAttemptAt: 0, lastAnswer }
    : { ...row, nextAttemptAt: now + ms, lastAnswer };
