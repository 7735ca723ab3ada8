import type { Day } from '@tongcheng/shared/time';
import { formatInstant } from '@tongcheng/shared/time';
import { useQuery } from '../../client/use-query';
import { formatCount } from '../../ui/format';
import { useSpeech } from '../../ui/language';
import { coachTexts } from './texts';

const named = 8;

/** L-04: how many tickets of a day came from ticketing systems, and those of no departure that a crew confirmed; nothing where none came. */
export const TicketSum = ({
  city,
  day,
  everyMs,
}: {
  readonly city: string;
  readonly day: Day;
  readonly everyMs: number;
}) => {
  const { say } = useSpeech();
  const { value } = useQuery(({ call }) => call('coaches.count-tickets', { city, day }), `${city} ${day}`, everyMs);
  if (value === undefined || value.sold === 0) return null;
  const { sold, unmatched, services } = value;
  const each = services.slice(0, named).map(({ service, departsAt, tickets }) => {
    const fills = { service, time: formatInstant(departsAt, 'HH:mm'), n: formatCount(tickets) };
    return say(coachTexts.ticketsOfService, fills);
  });
  return (
    <p className="hint" data-part="ticket-sum">
      <span>{say(coachTexts.tickets, { sold: formatCount(sold), unmatched: formatCount(unmatched) })}</span>
      {each.length > 0 && <span>{` ${each.join(' · ')}`}</span>}
    </p>
  );
};
