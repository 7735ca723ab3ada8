import type { CallRow } from '@tongcheng/shared/tracing/measures';
import type { Log } from '../../../ports/log';
import type { AlertAnswer, Notifier } from '../../../ports/notifier';
import { ServiceUnavailable } from '../../../ports/service-unavailable';
import { aboutPerson } from '../../audit/access-entry';
import { recordAccess } from '../../audit/record-access';
import type { TracingNeeds } from '../cases/tracing-needs';
import type { MeasureRecord } from '../measures/measure-record';
import type { NoticeRecord } from './notice-record';
import { contactOf, openTold } from './told-person';

/** What telling those exposed takes. */
export interface NoticeNeeds extends TracingNeeds {
  readonly log: Log;
  readonly notifier: Notifier;
}

/** What came of telling somebody: a message went out, or why they are phoned. */
export type SentNotice = 'sent' | CallRow['because'];

/** Tells one person by a message that says nothing of the case: only that the health office asks to be called. On record under their own mark first. */
export async function sendNotice(
  needs: NoticeNeeds,
  { city, decidedBy: who = '' }: MeasureRecord,
  row: NoticeRecord,
): Promise<SentNotice> {
  const opened = await openTold(needs.vault, row);
  const { personId } = opened;
  if (personId !== undefined) {
    const what = await aboutPerson(needs.vault, personId);
    await recordAccess(needs, { purpose: 'tracing', who, city, what, reason: 'exposure-notice', counts: {} });
  }
  const facts = await needs.vault.reveal(personId === undefined ? [] : [personId], 'tracing');
  const address = contactOf(opened, facts)?.phone;
  const settings = await needs.cityOf(city);
  if (!address || !settings) return 'no-phone';
  const words = { city: settings.name.zh, hotline: settings.hotline };
  try {
    const alert = { alertId: row._id, kind: 'exposure-notice', medium: 'sms', address, words } as const;
    return whatCame(await needs.notifier.send(alert));
  } catch (fault) {
    // Only where it is certain that nothing went out is it tried again.
    return fault instanceof ServiceUnavailable && fault.done === 'nothing' ? 'away' : 'unsure';
  }
}

function whatCame(answer: AlertAnswer): SentNotice {
  switch (answer.is) {
    case 'taken':
      return 'sent';
    case 'refused':
      return 'refused';
    case 'nowhere':
      return 'no-notifier';
  }
}
