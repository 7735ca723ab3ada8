import type { Client } from '@tongcheng/shared/client';
import type { DayDeparture } from '@tongcheng/shared/coaches/officials-api';
import type { Day } from '@tongcheng/shared/time';
import type { ServerReply } from '../../client/use-query';

/** The departures of a day, whole. */
export interface DayOfDepartures {
  readonly departures: readonly DayDeparture[];
  readonly forgotten: boolean;
}

const pageSize = 200;

/** Loads every page of a day: some hundred departures leave a large city. */
export const loadDay =
  (city: string, day: Day) =>
  async (client: Client): Promise<ServerReply<DayOfDepartures>> => {
    const departures: DayDeparture[] = [];
    for (let after: string | undefined; ; ) {
      const input = { city, day, limit: pageSize, ...(after !== undefined && { after }) };
      const answer = await client.call('coaches.list-day-departures', input);
      if (!answer.ok) return answer;
      departures.push(...answer.value.departures);
      after = answer.value.next;
      if (after === undefined) return { ok: true, value: { departures, forgotten: answer.value.forgotten } };
    }
  };
