import type { Mode, VenueKind } from '../../venues/kinds';

/** What a venue is to the rider who scans it. */
export type Role = 'entry' | 'carriage' | 'vehicle' | 'ship' | 'tram';

/** The role of a venue. `tram`: a vehicle of tram or BRT is a carriage after its station, and a bus on lines without stations (W-12). */
export const roleOf = (mode: Mode, kind: VenueKind): Role => {
  switch (kind) {
    case 'station':
    case 'dock-window':
    case 'dock-gate':
      return 'entry';
    case 'carriage':
      return 'carriage';
    case 'ship':
      return 'ship';
    case 'vehicle':
      return vehicleRole(mode);
  }
};

function vehicleRole(mode: Mode): Role {
  switch (mode) {
    case 'metro':
      return 'carriage';
    case 'tram':
    case 'brt':
      return 'tram';
    case 'bus':
    case 'taxi':
    case 'ferry':
      return 'vehicle';
  }
}
