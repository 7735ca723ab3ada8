import type { MailQueue } from '@tongcheng/shared/oversight/operation-api';
import { formatInstant } from '@tongcheng/shared/time';
import { Link } from 'wouter';
import { useOfficial } from '../../../client/official-context';
import { useSpeech } from '../../../ui/language';
import { servicesTexts } from './services-texts';

interface Props {
  readonly mail: MailQueue;
}

/** Where mails that were given up are sent again: the deliveries of each city of the reader, narrowed to those that failed. */
const FailedLinks = ({ failedIn = [] }: Pick<MailQueue, 'failedIn'>) => {
  const { say } = useSpeech();
  const { cities, onCity, may } = useOfficial();
  if (failedIn.length === 0 || !may('reports.list-reports')) return null;
  return (
    <ul className="mail-failed">
      {failedIn.map(({ city, failed }) => {
        const name = cities.get(city)?.name;
        return (
          <li key={city}>
            <Link href="/reports?deliveries.state=failed" onClick={() => onCity?.(city)}>
              {say(servicesTexts.mailFailedIn, { city: name ? say(name) : city, n: failed })}
            </Link>
          </li>
        );
      })}
    </ul>
  );
};

/** How the outbox of reports stands, all cities together, and where one acts on what failed. */
export const MailQueueLines = ({ mail: { queued, failed, nextAttemptAt, failedIn } }: Props) => {
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
      <FailedLinks {...(failedIn && { failedIn })} />
    </div>
  );
};
