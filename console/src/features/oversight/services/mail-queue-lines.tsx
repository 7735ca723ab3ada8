import type { MailQueue } from '@tongcheng/shared/oversight/operation-api';
import { formatInstant } from '@tongcheng/shared/time';
import { useSpeech } from '../../../ui/language';
import { servicesTexts } from './services-texts';

/** How the outbox of reports stands, all cities together; which mails and why is in the section of reports. */
export const MailQueueLines = ({ mail: { queued, failed, nextAttemptAt } }: { readonly mail: MailQueue }) => {
  const { say } = useSpeech();
  const waits =
    nextAttemptAt === undefined || queued === 0
      ? say(servicesTexts.mailEmpty)
      : say(servicesTexts.mailWaits, { n: queued, time: formatInstant(nextAttemptAt) });
  return (
    <div data-part="mail-queue">
      <p>{waits}</p>
      <p>
        {failed === 0 ? say(servicesTexts.mailNoneFailed) : <mark>{say(servicesTexts.mailFailed, { n: failed })}</mark>}
      </p>
    </div>
  );
};
