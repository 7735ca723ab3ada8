import type { DayDeparture } from '@tongcheng/shared/coaches/officials-api';
import type { DocumentStore } from '../../ports/document-store';
import type { StaffOf } from '../rides/assisted/staff-of';
import { operators } from '../venues/operator-record';
import { markOfLedger } from './ledger/find-departure';
import type { ReadDeparture } from './read-departure';

/** What naming crews takes. */
export interface ConfirmedNeeds {
  readonly store: DocumentStore;
  readonly staffOf: StaffOf;
}

type Confirmed = NonNullable<DayDeparture['confirmed']>;

/** Who confirmed departures, each operator and member of staff asked for once; undefined where no crew did. */
export function confirmations({
  store,
  staffOf,
}: ConfirmedNeeds): (read: ReadDeparture) => Promise<Confirmed | undefined> {
  const operatorName = once(async (id) => (await store.get(operators, id))?.name);
  const staffName = once(async (id) => (await staffOf(id))?.name);
  return async ({ opened }) => {
    if (opened?.event.kind !== 'opened' || opened.by === markOfLedger) return undefined;
    const { by, staffId, event } = opened;
    const operatorId = by.startsWith('o:') ? by.slice(2) : undefined;
    const operator = operatorId === undefined ? undefined : await operatorName(operatorId);
    const staff = staffId === undefined ? undefined : await staffName(staffId);
    return {
      late: event.at > event.departsAt,
      ...(operatorId !== undefined && { operatorId }),
      ...(operator !== undefined && { operator }),
      ...(staffId !== undefined && { staffId }),
      ...(staff !== undefined && { staff }),
    };
  };
}

function once(find: (id: string) => Promise<string | undefined>): (id: string) => Promise<string | undefined> {
  const asked = new Map<string, Promise<string | undefined>>();
  return (id) => {
    const known = asked.get(id) ?? find(id);
    asked.set(id, known);
    return known;
  };
}
