import { idPattern } from '../ids';

/** What a passenger's phone shows on arrival (L-08): one passenger of one departure. It names nobody and means nothing on another day. */
export interface PassengerProof {
  readonly departureId: string;
  /** As the manifest names them. */
  readonly passenger: string;
}

/** Before the two parts; no link, so that a phone's own camera opens nothing. */
const prefix = 'TCP1:';

/** The text inside the QR code. */
export const passengerProof = ({ departureId, passenger }: PassengerProof): string =>
  `${prefix}${departureId}:${passenger}`;

/** Reads what {@link passengerProof} wrote; undefined for every other text. It proves nothing by itself: the officer compares name and document. */
export function readPassengerProof(text: string): PassengerProof | undefined {
  if (!text.startsWith(prefix)) return undefined;
  const [departureId = '', passenger = '', ...more] = text.slice(prefix.length).split(':');
  if (!idPattern.test(departureId) || !/^[\w-]{1,40}$/.test(passenger) || more.length > 0) return undefined;
  return { departureId, passenger };
}
