import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { AlertKind } from '../../ports/notifier';
import { alerts } from './alert-record';

/** Something that the people on duty must learn without looking at a screen. */
export interface AlertEvent {
  /** The event; told again under the same name it is the same alert. */
  readonly what: string;
  readonly kind: AlertKind;
  readonly city: string;
  readonly words: Readonly<Record<string, string>>;
}

/**
 * Queues an alert for each of those on duty, once for each event; the timer sends it. Where nobody is on duty one row waits all the
 * same: it is visible, and goes out when somebody is named before it expires.
 */
export async function alertOnCall(
  {
    store,
    clock,
    onCallPhones,
  }: { readonly store: DocumentStore; readonly clock: Clock; readonly onCallPhones: readonly string[] },
  { what, kind, city, words }: AlertEvent,
): Promise<void> {
  const now = clock.now();
  const row = {
    kind,
    city,
    words,
    state: 'waiting',
    attempts: 0,
    queuedAt: now,
    nextAttemptAt: now,
    lastAnswer: '',
  } as const;
  const rows = Array.from({ length: Math.max(1, onCallPhones.length) }, (_, duty) => ({
    _id: `${what}.${duty}`,
    duty,
    ...row,
  }));
  await store.insertMany(alerts, rows);
}
