import { createHash, randomBytes } from 'node:crypto';
import type { ScanRecord } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import { newId } from '@tongcheng/shared/ids';
import { dayStart } from '@tongcheng/shared/time';

const serviceMs = 18 * 3_600_000;

const digest = (text: string, length: number) => createHash('sha256').update(text).digest('base64url').slice(0, length);

/** The scan number `at` of `count` of `day`: of 5,000 venues, two and a half scans a rider, ids in the order of time. Demonstration data. */
export const sampleScan = (at: number, count: number, day = '2026-11-21'): ScanRecord => {
  const scannedAt = dayStart(day) + 5 * 3_600_000 + Math.floor((at / count) * serviceMs);
  const chance = randomBytes(18);
  const rider = chance.readUInt32LE(0) % Math.ceil(count / 2.5);
  const venue = chance.readUInt16LE(4) % 5_000;
  return {
    _id: `${day}.${newId(scannedAt, () => chance.subarray(8))}`,
    day,
    city: 'demo',
    scannedAt,
    recordedAt: scannedAt + 40,
    rider: digest(`${rider}`, 22),
    sealed: digest(`${at}`, 43).repeat(3),
    venueId: `venue-${venue}`,
    mode: 'metro',
    venueKind: 'station',
    meaning: 'enter',
    decision: 'admit',
    colour: 'green',
    reasons: [],
    ruleId: 'demo',
    ruleVersion: 1,
    party: 1,
    flags: [],
    by: 'rider',
    digest: digest(`d${at}`, 22),
  };
};
