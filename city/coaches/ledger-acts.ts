import { createClient } from '@tongcheng/shared/client';
import type { Moment } from './moment';
import { typedOf } from './passenger-acts';
import type { PlannedAct, PlannedDeparture } from './planned-departure';

type Files = Extract<PlannedAct, { readonly kind: 'files' }>;

/** L-09: the clerk files a departure that a station kept on paper; of one that no crew confirmed the last number was misread, so that its row is refused and named. */
export async function fileOnPaper(moment: Moment, departure: PlannedDeparture, { people }: Files): Promise<void> {
  const token = await moment.clerk.token();
  if (token === undefined) return moment.tally.count('coaches.file-ledger', 'no-session');
  const { toldBy, city, departsAt, plate, service, serviceNumber, origin, destination, aboard } = departure;
  const passengers = people.map((person, nth) => ({
    ...typedOf(person),
    ...(toldBy === 'ledger' && nth === people.length - 1 && { documentNumber: misread(person.documentNumber) }),
    phone: person.phone,
    seat: String(nth + 1),
    // The paper of the station of arrival came with it for the first few.
    ...(nth < 3 && { present: nth !== 1 }),
  }));
  const answer = await createClient(moment.transportOf(0), () => token).call('coaches.file-ledger', {
    city,
    departures: [
      {
        departure: {
          ...{ departsAt, plate, service, serviceNumber },
          ...{ origin: origin.name, destination: destination.name },
        },
        aboard,
        passengers,
      },
    ],
  });
  if (!answer.ok) return moment.tally.count('coaches.file-ledger', answer.failure.code);
  for (const item of answer.value.items)
    for (const row of item.ok ? item.passengers : [item.failure])
      moment.tally.count('clerk files', typeof row === 'string' ? undefined : row.code);
}

/** Two digits change places, as they do when a pen is in a hurry. */
const misread = (number: string): string => number.slice(0, -3) + [...number.slice(-3)].reverse().join('');
