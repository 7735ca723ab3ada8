import type { CallRow } from '@tongcheng/shared/tracing/measures';
import type { Log } from '../../../ports/log';
import type { Alert, AlertAnswer, Notifier } from '../../../ports/notifier';
import type { Platforms } from '../../../ports/platform';
import { ServiceUnavailable } from '../../../ports/service-unavailable';
import { aboutPerson } from '../../audit/access-entry';
import { recordAccess } from '../../audit/record-access';
import { messageAddresses } from '../../identity/account/message-address';
import type { TracingNeeds } from '../cases/tracing-needs';
import type { MeasureRecord } from '../measures/measure-record';
import type { NoticeRecord } from './notice-record';
import { contactOf, openTold } from './told-person';

/** What telling those exposed takes. */
export interface NoticeNeeds extends TracingNeeds {
  readonly log: Log;
  readonly notifier: Notifier;
  readonly platforms: Platforms;
}

/** What came of telling somebody: a message went out, or why they are phoned. */
export type SentNotice = 'sent' | 'sent-in-app' | CallRow['because'];

/**
 * Tells one person by a message that says nothing of the case: only that the health office asks to be called. Inside the app where they agreed to that
 * (decision 234), else by short message. On record under their own mark first.
 */
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
  const settings = await needs.cityOf(city);
  if (!settings) return 'no-phone';
  const words = { city: settings.name.zh, hotline: settings.hotline };
  const alert = { alertId: row._id, kind: 'exposure-notice', words } as const;
  const inApp = personId === undefined ? 'nowhere' : await sendInApp(needs, personId, alert);
  if (inApp !== 'nowhere') return inApp;
  const facts = await needs.vault.reveal(personId === undefined ? [] : [personId], 'tracing');
  const address = contactOf(opened, facts)?.phone;
  if (!address) return 'no-phone';
  return sendBy(needs.notifier, { ...alert, medium: 'sms', address });
}

/** In the apps in which the person agreed, one after another, until one takes it. `nowhere` where certainly none did. */
async function sendInApp(needs: NoticeNeeds, personId: string, alert: Omit<Alert, 'medium' | 'address'>) {
  for (const { channel, subject } of await messageAddresses(needs, personId)) {
    const { messages } = needs.platforms[channel];
    if (channel === 'web' || !messages) continue;
    const came = await sendBy(messages, { ...alert, medium: channel, address: subject });
    if (came === 'sent') return 'sent-in-app';
    // It may have reached them: nobody gets two messages.
    if (came === 'unsure') return came;
  }
  return 'nowhere';
}

async function sendBy({ send }: Notifier, alert: Alert): Promise<SentNotice> {
  try {
    return whatCame(await send(alert));
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
