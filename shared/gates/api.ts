import * as z from 'zod';
import { device } from '../access';
import { deviceDirections, SoftwareVersion } from '../devices/device-place';
import { endpoint } from '../endpoint';
import { AdmissionRule } from '../venues/admission-rule';
import { CityCode, Id, Nothing, WireInstant } from '../wire';
import { tapAnswers } from './tap-batch';

const gateDevice = device('gate', 'reader');

const Key = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const NamedKey = z.strictObject({ keyId: z.string(), publicKey: Key });

/** What an admission rule asks for at the gate's place from an instant on. */
const RuleFrom = z.strictObject({
  from: WireInstant,
  /** Absent where no rule holds: cards pass as they always did. */
  ruleId: z.string().exactOptional(),
  version: z.number().int().exactOptional(),
  terms: z
    .strictObject({
      requires: AdmissionRule.shape.requires,
      testMaxAgeDays: z.number().int().exactOptional(),
      testMaxAgeHours: z.number().int().exactOptional(),
    })
    .exactOptional(),
});

/** Where a gate stands and what holds there: what `GatePlace` of the library is made of. */
const PlaceOfGate = z.strictObject({
  venueId: z.string(),
  direction: z.enum(deviceDirections),
  lane: z.string().exactOptional(),
  /** The first holds now; the others from their instants on, a week ahead. */
  rules: z.array(RuleFrom),
  longestAgeMs: z.number().int(),
  passingKinds: z.array(z.string()),
  /** In which languages it speaks. */
  voices: z.array(z.enum(['zh', 'en'])),
});
export type PlaceOfGate = z.output<typeof PlaceOfGate>;

export const getKeys = endpoint({
  name: 'gates.get-keys',
  summary: {
    zh: '闸机取得本周密钥、签名公钥、所在地点的规则；密钥只放在内存里',
    en: 'A gate gets the keys of the week, the public keys and the rules of its place; secret keys stay in its memory',
  },
  access: gateDevice,
  input: Nothing,
  output: z.strictObject({
    city: CityCode,
    now: WireInstant,
    /** The week's name; the key of its hashes. */
    epoch: z.string(),
    epochKey: Key,
    epochEndsAt: WireInstant,
    readerKey: Key,
    /** In the last hours of a week: the key of the next one. */
    next: z.strictObject({ epoch: z.string(), epochKey: Key, startsAt: WireInstant }).exactOptional(),
    /** Who signs set files. */
    setKeys: z.array(NamedKey),
    /** X25519: what the tokens of taps are sealed to. */
    tapKey: NamedKey,
    place: PlaceOfGate,
  }),
  failures: ['device-not-registered', 'device-without-place', 'capability-absent'],
});

const SetFile = z.strictObject({
  version: z.number().int(),
  url: z.string(),
  /** Length and SHA-256 of the whole file. */
  bytes: z.number().int(),
  sha256: z.string(),
});

export const getSet = endpoint({
  name: 'gates.get-set',
  summary: { zh: '闸机取得卡片集文件的链接', en: 'A gate gets links to the files of the card set' },
  access: gateDevice,
  input: z.strictObject({
    /** What it holds; absent: nothing. */
    epoch: z.string().max(40).exactOptional(),
    version: z.number().int().min(0).exactOptional(),
  }),
  output: z.strictObject({
    epoch: z.string(),
    version: z.number().int(),
    madeAt: WireInstant,
    snapshot: SetFile,
    /** In order, each from the version before: from the set that the gate holds, or from the snapshot where that is older or of another week. */
    deltas: z.array(SetFile.extend({ from: z.number().int() })),
    linksExpireAt: WireInstant,
  }),
  failures: ['device-not-registered', 'capability-absent', 'set-not-ready'],
});

export const reportState = endpoint({
  name: 'gates.report-state',
  summary: { zh: '闸机上报自己的状态', en: 'A gate tells its state' },
  access: gateDevice,
  input: z.strictObject({
    softwareVersion: SoftwareVersion,
    clockOffsetMs: z.number().int().min(-1e12).max(1e12),
    queued: z.number().int().min(0).max(1e9),
    setVersion: z.number().int().min(0).exactOptional(),
    setMadeAt: WireInstant.exactOptional(),
    refusals: z
      .array(z.strictObject({ ground: z.string().regex(/^[a-z-]{1,40}$/), count: z.number().int().min(0).max(1e9) }))
      .max(50),
  }),
  output: z.strictObject({ now: WireInstant }),
  failures: ['device-not-registered'],
});

export const deliverTaps = endpoint({
  name: 'gates.deliver-taps',
  summary: {
    zh: '闸机送达已签名的一批刷卡记录；同一批再送，回答不变，也不重复登记',
    en: 'A gate delivers a signed batch of taps; the same batch again has the same answer and registers nothing twice',
  },
  access: gateDevice,
  input: z.strictObject({
    /** JSON of a `TapBatch`. */
    text: z.string().min(2).max(250_000),
    /** Ed25519 over `tapsText(text)` by the device's key, base64url. */
    signature: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
  }),
  output: z.strictObject({
    accepted: z.number().int(),
    taps: z.array(z.strictObject({ tapId: Id, answer: z.enum(tapAnswers) })),
  }),
  failures: [
    'device-not-registered',
    'capability-absent',
    'taps-refused',
    'taps-out-of-order',
    'taps-conflict',
    'venue-unknown',
  ],
  largestBodyBytes: 320_000,
});
