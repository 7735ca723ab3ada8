/** Places of a status list: more than any city issues within the life of its passes, 128 KiB as bits. */
export const statusListSize = 1_048_576;

/** Statuses of one bit each, the lowest bit of a byte first, as the Token Status List has it; none revoked. */
export const emptyStatuses = (): Uint8Array => new Uint8Array(statusListSize / 8);

/** Marks one place: nothing takes it back, a pass that was revoked by mistake is issued anew. */
export function setRevoked(statuses: Uint8Array, index: number): void {
  const byte = statuses[index >>> 3];
  if (byte === undefined || !Number.isInteger(index)) throw new RangeError('this place is not in the list');
  statuses[index >>> 3] = byte | (1 << (index & 7));
}

/** Whether a place is marked. A place beyond the list is: what nobody answers for is not valid. */
export const isRevoked = (statuses: Uint8Array, index: number): boolean =>
  (((statuses[index >>> 3] ?? 255) >>> (index & 7)) & 1) === 1;
