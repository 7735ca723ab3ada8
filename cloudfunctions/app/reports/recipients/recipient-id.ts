import { createHash } from 'node:crypto';

/** A recipient's id follows from city and address: the same address is the same recipient, however it is written. */
export const recipientIdOf = (city: string, address: string): string =>
  `${city}-${createHash('sha256').update(`${city}\n${address.toLowerCase()}`).digest('hex').slice(0, 24)}`;
