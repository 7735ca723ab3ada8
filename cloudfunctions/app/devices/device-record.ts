import type { DeviceKind } from '@tongcheng/shared/access';
import type { DeviceRow } from '@tongcheng/shared/devices/api';
import type { DevicePlace } from '@tongcheng/shared/devices/device-place';
import type { Day, Instant } from '@tongcheng/shared/time';
import { collection } from '../../ports/document-store';

/** A registered device. It is kept after it was revoked: what it did stays explicable. */
export interface DeviceRecord {
  readonly _id: string;
  readonly kind: DeviceKind;
  readonly name: string;
  readonly city: string;
  readonly venueId?: string;
  /** Which way it lets people through, and at which lane. */
  readonly place?: DevicePlace;
  /** Where it stood before, the last one last: it may still deliver what was tapped there. */
  readonly earlierVenueIds?: readonly string[];
  readonly operatorId?: string;
  /** Ed25519, 32 bytes, base64url. */
  readonly publicKey: string;
  readonly registeredAt: Instant;
  readonly registeredBy: string;
  readonly revokedAt?: Instant;
  readonly revokedBy?: string;
  readonly revokedReason?: string;
}
export const devices = collection<DeviceRecord>()({
  name: 'devices',
  keep: { until: 'never', because: 'what a revoked device did stays explicable' },
  belongs: { to: 'nobody' },
  indexes: [['city'], ['publicKey']],
});

/** A challenge that was answered: it serves once. `_id` is `${day}.${challenge's digest}`. */
export interface UsedChallenge {
  readonly _id: string;
  readonly day: Day;
}
export const usedChallenges = collection<UsedChallenge>()({
  name: 'used-challenges',
  partition: 'day',
  keep: { until: 'days', days: 2 },
  belongs: { to: 'nobody' },
  indexes: [],
});

/** A device as officials and itself see it. */
export const deviceRow = (device: DeviceRecord): DeviceRow => {
  const { _id, kind, name, city, venueId, place, operatorId, registeredAt, registeredBy, revokedAt } = device;
  return {
    deviceId: _id,
    ...{ kind, name, city, registeredAt, registeredBy },
    ...(venueId !== undefined && { venueId }),
    ...(place && { place }),
    ...(operatorId !== undefined && { operatorId }),
    ...(revokedAt !== undefined && { revokedAt }),
  };
};
