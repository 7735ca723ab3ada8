import type { Person } from '../people/person';
import type { PlannedDeparture } from './planned-departure';

/** The number of somebody's ticket for a departure, as it is printed on it. */
export const ticketNumberOf = ({ serviceNumber, departureId }: PlannedDeparture, { index }: Person): string =>
  `${serviceNumber.slice(1)}-${departureId.slice(4, 14)}-${index}`;
