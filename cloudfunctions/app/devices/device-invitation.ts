import { createHash } from 'node:crypto';
import type { DeviceKind } from '@tongcheng/shared/access';
import type { DevicePlace } from '@tongcheng/shared/devices/device-place';
import { tidyCode } from '@tongcheng/shared/one-time-code';
import type { Instant } from '@tongcheng/shared/time';
import { collection } from '../../ports/document-store';

/** What an official said of a device that is to enrol itself. `_id` is the digest of its code, which is kept nowhere. */
export interface DeviceInvitation {
  readonly _id: string;
  readonly city: string;
  readonly kind: DeviceKind;
  readonly name: string;
  readonly venueId?: string;
  readonly operatorId?: string;
  readonly place?: DevicePlace;
  readonly invitedBy: string;
  readonly expiresAt: Instant;
  /** Set by the device that used it. */
  readonly deviceId?: string;
}
export const deviceInvitations = collection<DeviceInvitation>()({
  name: 'device-invitations',
  keep: { until: 'never', because: 'who invited which device stays known' },
  belongs: { to: 'worker' },
  indexes: [],
});

/** The id under which an invitation is kept, from its code as somebody types it. */
export const deviceInvitationId = (typed: string): string =>
  createHash('sha256')
    .update(`device\n${tidyCode(typed)}`)
    .digest('base64url');
