import * as z from 'zod';
import { anyone, device, deviceKinds, official } from '../access';
import { endpoint } from '../endpoint';
import { VenueView } from '../venues/wire';
import { CityCode, FreeText, Id, Nothing, WireInstant } from '../wire';

/** An Ed25519 public key: 32 bytes, base64url. */
export const PublicKey = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** A device as officials and itself see it. */
export const DeviceRow = z.strictObject({
  deviceId: Id,
  kind: z.enum(deviceKinds),
  name: z.string(),
  city: CityCode,
  /** Where it stands; absent where it moves. */
  venueId: z.string().exactOptional(),
  operatorId: z.string().exactOptional(),
  registeredAt: WireInstant,
  registeredBy: z.string(),
  revokedAt: WireInstant.exactOptional(),
});
export type DeviceRow = z.output<typeof DeviceRow>;

/** The same, with what the place is called where it stands. */
export const ListedDevice = DeviceRow.extend({ venue: VenueView.exactOptional() });
export type ListedDevice = z.output<typeof ListedDevice>;

export const registerDevice = endpoint({
  name: 'devices.register-device',
  summary: { zh: '登记设备及其公钥', en: 'Register a device with its public key' },
  access: official('administrator', 'operator'),
  input: z.strictObject({
    city: CityCode,
    kind: z.enum(deviceKinds),
    name: FreeText(60),
    publicKey: PublicKey,
    venueId: z.string().max(40).exactOptional(),
    operatorId: Id.exactOptional(),
  }),
  output: DeviceRow,
  failures: ['city-unknown', 'venue-unknown', 'operator-unknown', 'key-refused'],
});

export const listDevices = endpoint({
  name: 'devices.list-devices',
  summary: { zh: '城市的设备', en: 'Devices of a city' },
  access: official('administrator', 'operator', 'bureau', 'auditor'),
  input: z.strictObject({ city: CityCode }),
  output: z.strictObject({ devices: z.array(ListedDevice) }),
  failures: ['city-unknown'],
});

export const revokeDevice = endpoint({
  name: 'devices.revoke-device',
  summary: { zh: '停用设备，五秒内处处生效', en: 'Revoke a device, everywhere within five seconds' },
  access: official('administrator', 'operator'),
  input: z.strictObject({ deviceId: Id, reason: FreeText(200) }),
  output: DeviceRow,
  failures: ['device-not-registered'],
});

export const getChallenge = endpoint({
  name: 'devices.get-challenge',
  summary: { zh: '取得设备登录的口令', en: 'Get a challenge for a device’s sign-in' },
  access: anyone,
  input: z.strictObject({ deviceId: Id }),
  /** The same form for every id: nobody learns which devices there are. */
  output: z.strictObject({ challenge: z.string(), expiresAt: WireInstant }),
  failures: [],
});

export const signInDevice = endpoint({
  name: 'devices.sign-in-device',
  summary: { zh: '设备用签名登录', en: 'A device signs in by its signature of the challenge' },
  access: anyone,
  input: z.strictObject({
    deviceId: Id,
    challenge: z.string().min(20).max(300),
    /** Ed25519 over `deviceSignInText(challenge)`, base64url. */
    signature: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
  }),
  output: z.strictObject({ accessToken: z.string(), accessExpiresAt: WireInstant, device: DeviceRow }),
  failures: ['device-refused'],
});

export const getOwnDevice = endpoint({
  name: 'devices.get-own-device',
  summary: { zh: '设备查看自己的登记', en: 'A device reads its own registration' },
  access: device(...deviceKinds),
  input: Nothing,
  output: DeviceRow,
  failures: ['device-not-registered'],
});
