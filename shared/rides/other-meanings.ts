import type { Mode, VenueKind } from '../venues/kinds';
import type { Meaning } from './meanings';
import { type Role, roleOf } from './replay/venue-role';

type Others = Readonly<Partial<Record<Meaning, readonly Meaning[]>>>;

const vehicle: Others = { board: ['alight'], alight: ['board', 'repeat'], repeat: ['board', 'alight'] };

/** No first scan of a ride may become a repeat: a correction never takes a ride away. */
const others: Readonly<Record<Role, Others>> = {
  entry: { repeat: ['enter'] },
  carriage: { repeat: ['ride-carriage'] },
  vehicle,
  ship: vehicle,
  tram: { ...vehicle, board: ['alight', 'ride-carriage'], 'ride-carriage': ['board', 'alight'] },
};

const none: readonly Meaning[] = [];

/** What else a scan may have meant, where the rider says that the derived meaning is wrong (decision 106). */
export const otherMeanings = (mode: Mode, kind: VenueKind, meaning: Meaning): readonly Meaning[] =>
  others[roleOf(mode, kind)][meaning] ?? none;
