import { checkName } from '../../names';

/** The first line of a passport's zone: P, its kind, the state, then the names in 39 places. Readers miscount the fillers at the end. */
const firstLine = /^P[A-Z<]([A-Z]{3}|[A-Z]<<)([A-Z][A-Z<]{4,40})$/;
const places = 39;

/** Who a passport's zone names, and the state that issued it. */
export interface ZoneName {
  readonly state: string;
  /** Surname first, as on the document; undefined where the zone had no room for all of it. */
  readonly name?: string;
}

/** The name in a line that may be the first of a machine-readable zone (ICAO 9303, TD3); undefined when it is none. */
export function passportNameIn(line: string): ZoneName | undefined {
  const [, issuer = '', names = ''] = firstLine.exec(line.toUpperCase().replace(/ /g, '')) ?? [];
  const state = issuer.replace(/</g, '');
  if (names === '' || !names.includes('<<')) return undefined;
  if (names.length >= places && !names.endsWith('<')) return { state };
  const [told = ''] = names.split('<<<');
  const checked = checkName(told.split(/<+/).join(' '));
  return checked.valid ? { state, name: checked.stored } : { state };
}
