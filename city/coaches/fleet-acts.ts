import { createClient } from '@tongcheng/shared/client';
import { provinceOf } from '@tongcheng/shared/scope';
import type { Moment } from './moment';
import type { PlannedDeparture } from './planned-departure';

/** So many coaches of a city a day stand in the list of its operator; the others are typed by their crews, as in life. */
const listed = 3;

/** L-02: the operator's office keeps its list: the coach of a departure and its line, the same again where they stand there. */
export async function listInFleet(moment: Moment, departure: PlannedDeparture): Promise<void> {
  const { city, run, toldBy, plate, service, serviceNumber, origin, destination, order } = departure;
  if (toldBy !== 'operator' || run >= listed) return;
  const token = await moment.clerk.token();
  const { call } = createClient(moment.transportOf(0), () => token);
  const told = await call('venues.list-operators', { city });
  const operatorId = told.ok ? told.value.operators[0]?.operatorId : undefined;
  if (operatorId === undefined) return moment.tally.count('coaches.set-vehicle', 'no-operator');
  const size = service === 'charter' ? 'medium' : 'large';
  const vehicle = await call('coaches.set-vehicle', { city, operatorId, plate, seats: 33 + (order % 3) * 8, size });
  moment.tally.count('clerk lists vehicle', vehicle.ok ? undefined : vehicle.failure.code);
  const line = await call('coaches.set-line', {
    ...{ city, operatorId, service, serviceNumber, origin: origin.name, destination: destination.name, stops: [] },
    ...(service === 'line' && { lineClass: classOf(departure) }),
  });
  moment.tally.count('clerk lists line', line.ok ? undefined : line.failure.code);
}

/** Between provinces 1, between cities 2, within one 3. */
function classOf({ city, destination }: PlannedDeparture): 1 | 2 | 3 {
  if (destination.city === city) return 3;
  return destination.city !== undefined && provinceOf(destination.city) === provinceOf(city) ? 2 : 1;
}
