import type { Answer, Client, EndpointInput } from '@tongcheng/shared/client';
import type { DayDeparture } from '@tongcheng/shared/coaches/officials-api';
import type { Day } from '@tongcheng/shared/time';
import type { ServerReply } from '../../client/use-query';

/** The departures of a day, whole. */
export interface DayOfDepartures {
  readonly departures: readonly DayDeparture[];
  readonly forgotten: boolean;
  /** The last day of departure whose ledgers on paper have to be in. */
  readonly ledgersDue: Day;
}

const pageSize = 200;

type Call = (
  name: 'coaches.list-day-departures',
  input: EndpointInput<'coaches.list-day-departures'>,
) => Promise<Answer<'coaches.list-day-departures'>>;

/** Loads every page of a day: some hundred departures leave a large city. */
export async function loadDayBy(call: Call, city: string, day: Day): Promise<ServerReply<DayOfDepartures>> {
  const departures: DayDeparture[] = [];
  for (let after: string | undefined; ; ) {
    const input = { city, day, limit: pageSize, ...(after !== undefined && { after }) };
    const answer = await call('coaches.list-day-departures', input);
    if (!answer.ok) return answer;
    departures.push(...answer.value.departures);
    after = answer.value.next;
    const { forgotten, ledgersDue } = answer.value;
    if (after === undefined) return { ok: true, value: { departures, forgotten, ledgersDue } };
  }
}

/** The same for a screen. */
export const loadDay =
  (city: string, day: Day) =>
  ({ call }: Client): Promise<ServerReply<DayOfDepartures>> =>
    loadDayBy(call, city, day);
