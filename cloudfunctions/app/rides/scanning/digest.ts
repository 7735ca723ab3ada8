import type { ScanInput } from '@tongcheng/shared/rides/wire';
import type { DayVault } from '../../../vault/vault';

/**
 * What the phone sent, as a keyed digest: without `sentAt`, which differs from try to try. Keyed by the day, because it
 * covers the phone's position, which is stored nowhere else.
 */
export const digestOf = (input: ScanInput, dayVault: DayVault): string => {
  const { code, scannedAt, party, clockOffsetMs, position, memberId } = input;
  const place = position && [position.lat, position.lng, position.accuracyMetres];
  return dayVault.pseudonym(`scan.${JSON.stringify([code, scannedAt, party, clockOffsetMs, place, memberId])}`);
};
