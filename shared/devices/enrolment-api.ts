import * as z from 'zod';
import { anyone, deviceKinds, official } from '../access';
import { endpoint } from '../endpoint';
import { CityCode, FreeText, Id, WireInstant } from '../wire';
import { DeviceRow, PublicKey } from './api';
import { DevicePlace, SoftwareVersion } from './device-place';

export const inviteDevice = endpoint({
  name: 'devices.invite-device',
  summary: {
    zh: '为一台设备生成一次性登记码，24 小时内在设备上输入',
    en: 'A one-time code with which one device enrols itself within 24 hours',
  },
  access: official('administrator', 'operator'),
  input: z.strictObject({
    city: CityCode,
    kind: z.enum(deviceKinds),
    name: FreeText(60),
    venueId: z.string().max(40).exactOptional(),
    operatorId: Id.exactOptional(),
    place: DevicePlace.exactOptional(),
  }),
  /** The code is shown this once and kept as a digest. */
  output: z.strictObject({ code: z.string(), expiresAt: WireInstant }),
  failures: ['city-unknown', 'venue-unknown', 'operator-unknown'],
});

export const enrolDevice = endpoint({
  name: 'devices.enrol-device',
  summary: {
    zh: '设备凭一次性登记码登记自己的公钥',
    en: 'A device enrols its own public key by a one-time code',
  },
  access: anyone,
  input: z.strictObject({
    code: z.string().min(1).max(40),
    publicKey: PublicKey,
    softwareVersion: SoftwareVersion,
    /** Ed25519 over `deviceEnrolText(code, publicKey)`, base64url: whoever enrols a key holds its secret half. */
    proof: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
  }),
  output: DeviceRow,
  failures: ['enrolment-refused', 'enrolment-limited', 'key-refused'],
});

export const moveDevice = endpoint({
  name: 'devices.move-device',
  summary: {
    zh: '更改设备所在的地点、方向、通道',
    en: 'Change the venue, direction and lane of a device',
  },
  access: official('administrator', 'operator'),
  input: z.strictObject({
    deviceId: Id,
    venueId: z.string().max(40),
    place: DevicePlace.exactOptional(),
  }),
  output: DeviceRow,
  failures: ['device-not-registered', 'venue-unknown'],
});
