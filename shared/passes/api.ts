import * as z from 'zod';
import { anyone, rider } from '../access';
import { endpoint } from '../endpoint';
import { documentKinds } from '../identity/documents/kinds';
import { RoughPosition } from '../rides/wire';
import { CityCode, Id, Nothing, WireInstant } from '../wire';
import { ListTag, PassCounter, PassView, PublicKeyText, SignedList, SignedPass } from './wire';

/** Who applies, where that is not the verified person of the session (P-08). */
const TypedIdentity = z.strictObject({
  name: z.string().min(1).max(80),
  documentKind: z.enum(documentKinds),
  documentNumber: z.string().min(1).max(60),
});

export const beginCheck = endpoint({
  name: 'passes.begin-check',
  summary: {
    zh: '开始申请或出示临时乘车身份证明前的实人核验',
    en: 'Begin the person check before a temporary identity pass is applied for or shown',
  },
  access: rider,
  input: z.strictObject({
    city: CityCode,
    /** `apply` may issue a pass; `show` never does. */
    wants: z.enum(['apply', 'show']),
    /** P-02: without it none is issued. Not kept. */
    place: RoughPosition.exactOptional(),
    /** Left out by a verified rider, whose own identity is taken. */
    identity: TypedIdentity.exactOptional(),
  }),
  output: z.strictObject({
    /** The page on which the phone's camera looks at the person. */
    url: z.url(),
    /** Handed back to finish the check; nobody but the server reads it, and it is of use in this session only. */
    check: z.string().max(2_000),
    endsAt: WireInstant,
  }),
  failures: [
    'city-unknown',
    'capability-absent',
    'not-authenticated',
    'pass-place-needed',
    'pass-needs-resident-id',
    'pass-month-used',
    'pass-check-absent',
    'name-refused',
    'document-refused',
    'face-check-unavailable',
    'too-many-tries',
  ],
});

export const finishCheck = endpoint({
  name: 'passes.finish-check',
  summary: {
    zh: '实人核验通过后，取得手机用来出示的证明',
    en: 'Once the person check is passed, get what the phone shows the pass by',
  },
  access: rider,
  input: z.strictObject({
    check: z.string().min(1).max(2_000),
    /** Of the key that the phone signs each minute with. */
    holderKey: PublicKeyText,
  }),
  output: SignedPass,
  failures: [
    'capability-absent',
    'city-unknown',
    'pass-check-absent',
    'pass-check-over',
    'pass-check-failed',
    'pass-key-refused',
    'pass-name-mismatch',
    'pass-month-used',
    'pass-absent',
    'face-check-pending',
    'face-check-unavailable',
    'real-name-unavailable',
    'too-many-tries',
  ],
});

export const listPasses = endpoint({
  name: 'passes.list-passes',
  summary: {
    zh: '本人最近一个月的临时乘车身份证明',
    en: 'The rider’s own temporary identity passes of the last month',
  },
  access: rider,
  input: z.strictObject({ city: CityCode }),
  /** Latest first. */
  output: z.strictObject({
    passes: z.array(PassView).max(100),
    /** How many may still be issued this month. */
    left: z.number().int().min(0),
  }),
  failures: ['city-unknown', 'capability-absent', 'not-authenticated'],
});

export const revokePass = endpoint({
  name: 'passes.revoke-pass',
  summary: { zh: '作废本人的一张证明', en: 'Revoke a pass of one’s own' },
  access: rider,
  input: z.strictObject({ city: CityCode, passId: Id }),
  output: Nothing,
  failures: ['city-unknown', 'capability-absent', 'not-authenticated', 'pass-unknown'],
});

export const listCounters = endpoint({
  name: 'passes.list-counters',
  summary: { zh: '办理纸质证明的窗口：地点和时间', en: 'Counters that give paper passes: where and when' },
  access: anyone,
  input: z.strictObject({ city: CityCode }),
  output: z.strictObject({ counters: z.array(PassCounter) }),
  failures: ['city-unknown', 'capability-absent'],
});

export const signDemonstrationPass = endpoint({
  name: 'passes.sign-demonstration-pass',
  summary: {
    zh: '签发演示用证明：任何闸机都不会放行',
    en: 'Sign a pass for trying out: no gate ever admits anybody by it',
  },
  access: anyone,
  input: z.strictObject({ city: CityCode, holderKey: PublicKeyText }),
  output: SignedPass,
  failures: ['city-unknown', 'capability-absent', 'pass-key-refused'],
});

export const getTrustList = endpoint({
  name: 'passes.get-trust-list',
  summary: {
    zh: '信任列表：哪些密钥签发的凭证可信',
    en: 'The trust list: by whose keys credentials are signed',
  },
  access: anyone,
  /** `held`: the tag of the version at hand. */
  input: z.strictObject({ held: ListTag.exactOptional() }),
  output: SignedList.extend({
    /** The key that the list itself is signed by: to be compared with the one a validator was set up with. */
    rootKey: PublicKeyText,
  }),
  failures: [],
});

export const getStatusList = endpoint({
  name: 'passes.get-status-list',
  summary: { zh: '状态列表：哪些证明已作废', en: 'The status list: which passes were revoked' },
  access: anyone,
  input: z.strictObject({ city: CityCode, held: ListTag.exactOptional() }),
  output: SignedList,
  failures: ['city-unknown', 'capability-absent'],
});
