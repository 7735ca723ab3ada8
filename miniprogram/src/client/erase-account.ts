import { cityRecord } from './city-cache';
import type { Records } from './records';
import { sessionRecord } from './session-record';

/**
 * What stays when an account ends: language, city, clock and what the browser signs in with. The session stays until the rider has read
 * that it is over.
 */
const notOfTheRider = [
  cityRecord.key,
  sessionRecord.key,
  'tc.preferences',
  'tc.chosen-city',
  'tc.clock-offset',
  'tc.subject',
];

/** whoever finds this phone learns nothing of a rider whose account is gone: scans not delivered, the last result, family, places. */
export const eraseAccount = (records: Records): Promise<void> => records.eraseAllBut(notOfTheRider);
