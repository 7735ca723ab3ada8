import { eventKey } from '@tongcheng/cloudfunctions/app/coaches/departure-event-record';
import {
  eventRecord,
  markOfPlate,
  type NewEvent,
  recordEvents,
} from '@tongcheng/cloudfunctions/app/coaches/record-event';
import type { FormingNeeds } from '@tongcheng/cloudfunctions/app/reports/forming/needs';
import type { ReportPlan } from '@tongcheng/cloudfunctions/app/reports/records';
import { reportSubjects } from '@tongcheng/cloudfunctions/app/reports/subjects/list';
import type { ReportSubject } from '@tongcheng/cloudfunctions/app/reports/subjects/subject';
import { newId } from '@tongcheng/shared/ids';
import { dayStart, minuteMs } from '@tongcheng/shared/time';
import { city, day, openTown, plan as ridesPlan } from '../report-town';

/** Passengers of one coach. */
export const each = 40;
const elsewhere = '420500';

const subject = reportSubjects.find(({ name }) => name === 'coaches');
if (!subject) throw new Error('there are no reports of coaches');

/** The subject that is measured. */
export const coachSubject: ReportSubject = subject;

/** The day's first report of coaches. */
export const plan: ReportPlan = { ...ridesPlan, _id: `coaches.${city}.${day}.v1`, subject: 'coaches' };

/** Fills a folder with a day of so many coaches, one in five from elsewhere; all of them arrived and were verified. */
export async function buildCoachDay(folder: string, coaches: number): Promise<void> {
  const town = await openTown(folder);
  for (let number = 0; number < coaches; number += 1)
    await recordEvents(town.store, await departureEventsOf(town, number));
  await town.close();
}

type Told = NewEvent['event'];

async function departureEventsOf({ vault, chance }: FormingNeeds, number: number) {
  const [from, to] = number % 5 === 0 ? [elsewhere, city] : [city, elsewhere];
  const opened = await vault.day(from, day, 'coach');
  if (!opened) throw new Error('the day has no key');
  const departsAt = dayStart(day) + (5 * 60 + (number % 1_000)) * minuteMs;
  const departureId = newId(departsAt, chance.bytes);
  const plate = `鄂A${String(10_000 + (number % 90_000))}`;
  const by = `o:operator-${number % 50}`;
  const record = (event: Told, more: Partial<NewEvent> = {}) =>
    eventRecord(opened, { city: from, departureId, recordedAt: event.at, event, sent: event, ...more });
  const told = (at: number) => ({ eventId: newId(at, chance.bytes), at, by });
  const passengers = Array.from({ length: each }, (_, seat) => {
    const facts = {
      name: `演示${String.fromCharCode(0x4e00 + ((number * each + seat) % 8_000))}`,
      documentKind: 'passport' as const,
      documentNumber: `E${String(10_000_000 + number * each + seat)}`,
      phone: `139${String(number * each + seat).padStart(8, '0')}`,
    };
    const passenger = opened.pseudonym(vault.subjectOf(facts.documentKind, facts.documentNumber));
    const event = {
      kind: 'registered',
      ...told(departsAt - minuteMs),
      passenger,
      source: 'typed',
      seat: `${seat}`,
    } as const;
    return record(event, { sealed: opened.sealFacts(eventKey(departureId, event.eventId), facts) });
  });
  const arrivesAt = departsAt + 120 * minuteMs;
  return [
    record(
      {
        kind: 'opened',
        eventId: departureId,
        at: departsAt - 60 * minuteMs,
        by,
        departsAt,
        aboard: each,
        coach: markOfPlate(opened, plate),
      },
      {
        details: {
          ...{ service: 'line', serviceNumber: `K${number % 300}`, stops: [] },
          origin: { name: `演示客运站${number % 20}`, city: from },
          destination: { name: `演示到达站${number % 60}`, city: to },
        },
        destinationCity: to,
        sealed: opened.sealText(eventKey(departureId, departureId), JSON.stringify({ plate })),
      },
    ),
    ...passengers,
    record({ kind: 'departed', ...told(departsAt) }),
    record({ kind: 'arrived', ...told(arrivesAt) }),
    ...passengers.flatMap(({ passenger }, order) =>
      passenger === undefined || order % 20 === 19
        ? []
        : [record({ kind: 'present', ...told(arrivesAt + order), passenger })],
    ),
    record({ kind: 'closed', ...told(arrivesAt + minuteMs) }),
  ];
}
