import type { Client } from '@tongcheng/shared/client';
import type { DepartureView } from '@tongcheng/shared/coaches/wire';
import type { Day } from '@tongcheng/shared/time';
import { useEffect } from 'react';
import { usePhone, useRecord } from '../../../client/phone';
import { hasFields, type PhoneRecord } from '../../../client/records';
import { useInFront } from '../../../platform/view/in-front';
import { daysShown, inOrder } from './departures-in-order';

/** Departures of the station today as the service last said; kept, to be looked up without a network. What an earlier release kept is asked for anew. */
const stationRecord: PhoneRecord<{ readonly departures: readonly DepartureView[]; readonly at: number }> = {
  key: 'tc.station-departures',
  replaceable: true,
  empty: { departures: [], at: 0 },
  is: (value): value is { readonly departures: readonly DepartureView[]; readonly at: number } =>
    hasFields(value, 'departures', 'at') &&
    Array.isArray(value.departures) &&
    value.departures.every((each: unknown) => hasFields(each, 'standing')),
};

const everyMs = 10_000;
const most = 50;
/** A station of class one has some hundred departures a day. */
const mostPages = 6;

/** All departures of the station on a day; undefined while they cannot be had. */
async function departuresOf(crew: Client, day: Day): Promise<readonly DepartureView[] | undefined> {
  const all: DepartureView[] = [];
  let after: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const input = { day, limit: most, ...(after !== undefined && { after }) };
    const answer = await crew.call('coaches.list-departures', input);
    if (!answer.ok) return undefined;
    all.push(...answer.value.departures);
    after = answer.value.next;
    if (after === undefined) break;
  }
  return all;
}

/** The departures of one's station today, those still to leave first; asked anew while they are looked at. */
export function useStationDepartures() {
  const { crew, clock, records } = usePhone();
  const { departures, at } = useRecord(stationRecord);
  const inFront = useInFront();
  useEffect(() => {
    if (!inFront) return undefined;
    const ask = async () => {
      const all: DepartureView[] = [];
      for (const day of daysShown(clock.now())) {
        const ofDay = await departuresOf(crew, day);
        if (!ofDay) return;
        all.push(...ofDay);
      }
      records.write(stationRecord, { departures: inOrder(all), at: clock.now() });
    };
    ask();
    const timer = setInterval(ask, everyMs);
    return () => clearInterval(timer);
  }, [crew, clock, records, inFront]);
  return { departures, at };
}
