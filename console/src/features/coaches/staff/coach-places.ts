import type { Client, EndpointInput } from '@tongcheng/shared/client';
import type { Text } from '@tongcheng/shared/text';
import type { OperatorRow } from '@tongcheng/shared/venues/api';
import { blockOf } from '@tongcheng/shared/venues/capabilities';
import type { CoachStation } from '@tongcheng/shared/venues/coach-settings';
import type { ServerReply } from '../../../client/use-query';

/** Where staff of coaches belong. */
export interface CoachPlaces {
  readonly operators: readonly OperatorRow[];
  readonly stations: readonly CoachStation[];
}

/** Operators and coach stations of a city. */
export const loadCoachPlaces =
  (city: string) =>
  async ({ call }: Client): Promise<ServerReply<CoachPlaces>> => {
    const [listed, told] = await Promise.all([
      call('venues.list-operators', { city }),
      call('oversight.get-settings', { city }),
    ]);
    if (!listed.ok) return listed;
    if (!told.ok) return told;
    const stations = blockOf(told.value.settings, 'coaches')?.stations ?? [];
    return { ok: true, value: { operators: listed.value.operators, stations } };
  };

type Invited = EndpointInput<'oversight.create-invitation'>;
const crews = ['driver', 'attendant'] as const;
const stationStaff = ['desk', 'ticket-seller', 'arrival-officer'] as const;
/** A role of coaches. */
export type CoachRole = (typeof crews)[number] | (typeof stationStaff)[number];

/** Whom staff are invited to: an operator, or some stations. */
export interface InvitedTo {
  readonly name: Text;
  readonly roles: readonly [CoachRole, ...CoachRole[]];
  readonly place: Pick<Invited, 'operatorId' | 'scope'>;
}

/** Crews of an operator. */
export const toOperator = ({ operatorId, name }: OperatorRow): InvitedTo => ({
  name: { zh: name, en: name },
  roles: crews,
  place: { operatorId, scope: { kind: 'operator' } },
});

/** Staff of stations; of several under the name that is given. */
export const toStations = (stations: readonly CoachStation[], name: Text): InvitedTo => ({
  name,
  roles: stationStaff,
  place: { scope: { kind: 'stations', stationIds: stations.map(({ stationId }) => stationId) } },
});
