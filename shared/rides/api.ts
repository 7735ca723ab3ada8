import * as z from 'zod';
import { official, rider, staff } from '../access';
import { endpoint } from '../endpoint';
import { Text } from '../text';
import { VenueView } from '../venues/wire';
import { CityCode, Cursor, FreeText, Id, WireDay, WireInstant } from '../wire';
import { AssistedScanInput } from './assisted-scan';
import { exceptionReasons, refusalReasons } from './boarding-reasons';
import { LineLoad, LineOnDay, LiveFigures, RefusalList, VenueCounts } from './figures';
import { meanings } from './meanings';
import { FeedScan, RefusedBoarding, RideView, ScanInput, ScanReply } from './wire';

const scanFailures = [
  'code-unknown',
  'code-revoked',
  'code-forged',
  'code-foreign',
  'clock-wrong',
  'scan-too-old',
  'scan-conflict',
  'scan-tampered',
  'too-many-scans',
  'member-unknown',
] as const;

export const recordScan = endpoint({
  name: 'rides.record-scan',
  formerly: ['rides.record'],
  summary: { zh: '扫码登记，得到核验结果', en: 'Register a scan and get the verdict' },
  access: rider,
  input: ScanInput,
  output: ScanReply,
  failures: [...scanFailures],
});

export const recordBatch = endpoint({
  name: 'rides.record-batch',
  summary: {
    zh: '补传离线时保存的扫码，逐条答复',
    en: 'Deliver scans kept while offline; each is answered for itself',
  },
  access: rider,
  input: z.strictObject({ scans: z.array(ScanInput).min(1).max(50) }),
  output: z.strictObject({
    /** In the order given. A refused item tells why in both languages. */
    items: z.array(
      z.discriminatedUnion('ok', [
        z.strictObject({ ok: z.literal(true), value: ScanReply }),
        z.strictObject({
          ok: z.literal(false),
          scanId: Id,
          failure: z.strictObject({ code: z.enum(scanFailures), zh: z.string(), en: z.string() }),
        }),
      ]),
    ),
  }),
  failures: [],
});

export const correctMeaning = endpoint({
  name: 'rides.correct-meaning',
  summary: {
    zh: '更正一次扫码的含义（例如实为下车）；原记录保留',
    en: 'Correct what a scan meant (alighting, not boarding); the record stays as it was',
  },
  access: rider,
  input: z.strictObject({
    /** Made by the phone, so that a retry is the same correction. */
    correctionId: Id,
    city: CityCode,
    scanId: Id,
    meaning: z.enum(meanings),
    /** Of a member of the family who has no phone: their scan. */
    memberId: Id.exactOptional(),
  }),
  output: z.strictObject({ scanId: Id, meaning: z.enum(meanings) }),
  failures: [
    'city-unknown',
    'scan-unknown',
    'scan-conflict',
    'correction-too-late',
    'meaning-not-possible',
    'corrections-exhausted',
    'member-unknown',
  ],
});

export const history = endpoint({
  name: 'rides.history',
  summary: { zh: '我的行程（按天）', en: 'My rides, by day' },
  access: rider,
  input: z.strictObject({
    city: CityCode,
    before: WireDay.exactOptional(),
    days: z.number().int().min(1).max(7),
    /** rides of a family member instead of one's own. */
    memberId: Id.exactOptional(),
  }),
  output: z.strictObject({
    days: z.array(
      z.strictObject({
        day: WireDay,
        rides: z.array(RideView),
        /** W-32: boardings that were refused; absent when there were none. */
        refusals: z.array(RefusedBoarding).exactOptional(),
        scans: z.number().int(),
      }),
    ),
    /** Ask with `before` set to this for earlier days; absent when retention has nothing older. */
    nextBefore: WireDay.exactOptional(),
    retentionDays: z.number().int(),
  }),
  failures: ['city-unknown', 'member-unknown'],
});

export const venueFeed = endpoint({
  name: 'rides.venue-feed',
  summary: {
    zh: '本乘车点最近的扫码（核验屏轮询）',
    en: 'The latest scans at a venue, for the verification screen to poll',
  },
  access: staff('crew', 'inspector', 'desk', 'community-worker'),
  input: z.strictObject({
    venueId: z.string().max(40),
    after: Cursor.exactOptional(),
    limit: z.number().int().min(1).max(100),
  }),
  output: z.strictObject({
    venue: VenueView,
    /**
     * Oldest first; everything recorded after the cursor, and the last seconds before it again, so that none is missed:
     * the screen knows an item by its `scanId` and takes the newer telling. Without a cursor: the newest `limit`.
     */
    items: z.array(FeedScan),
    cursor: Cursor,
    /** Of today, by what came of it, people counted by party; repeats and alightings are nobody new. */
    counts: VenueCounts,
    /** Boarded less alighted, where the venue is a vehicle. */
    aboard: z.number().int().exactOptional(),
    minuteWord: z.strictObject({ word: Text, validUntil: WireInstant }),
    serverAt: WireInstant,
  }),
  failures: ['venue-unknown', 'venue-not-yours'],
});

export const checkLiveCode = endpoint({
  name: 'rides.check-live-code',
  summary: {
    zh: '核对乘客屏幕上的动态码：有效、已过期、查无',
    en: 'Check the live code on a rider’s screen: live, expired or unknown here',
  },
  access: staff('crew', 'inspector', 'desk'),
  input: z.strictObject({ venueId: z.string().max(40), code: z.string().regex(/^\d{6}$/) }),
  output: z.discriminatedUnion('is', [
    // Of an expired one without its verdict: `decision` is `refer`, there is no colour and no reason, whatever it was.
    z.strictObject({ is: z.enum(['live', 'expired']), item: FeedScan }),
    z.strictObject({ is: z.literal('unknown') }),
  ]),
  failures: ['venue-unknown', 'venue-not-yours'],
});

export const registerFor = endpoint({
  name: 'rides.register-for',
  summary: {
    zh: '工作人员代没有手机的乘客登记（证件或实名卡）',
    en: 'Staff register somebody without a phone, by document or bound card',
  },
  access: staff('crew', 'inspector', 'desk', 'community-worker'),
  input: AssistedScanInput,
  output: z.strictObject({ item: FeedScan }),
  failures: [
    'venue-unknown',
    'venue-not-yours',
    'name-refused',
    'document-refused',
    'phone-refused',
    'entry-mismatch',
    'card-holder-unknown',
    'too-many-tries',
    'clock-wrong',
    'scan-too-old',
    'scan-conflict',
    'too-many-scans',
    'too-many-registrations',
  ],
});

export const recordRefusal = endpoint({
  name: 'rides.record-refusal',
  summary: { zh: '记录拒乘及原因', en: 'Record that a ride was refused, and why' },
  access: staff('crew', 'inspector', 'desk'),
  input: z.strictObject({
    refusalId: Id,
    venueId: z.string().max(40),
    /** The scan it is about; absent when the person had none. */
    scanId: Id.exactOptional(),
    reason: z.enum(refusalReasons),
    note: FreeText(200).exactOptional(),
  }),
  output: z.strictObject({ recordedAt: WireInstant }),
  failures: ['venue-unknown', 'venue-not-yours', 'scan-unknown', 'scan-conflict'],
});

export const recordException = endpoint({
  name: 'rides.record-exception',
  summary: {
    zh: '记录例外放行及原因：被拒乘的人仍获准乘车',
    en: 'Record that somebody who was refused was let on after all, and why',
  },
  access: staff('crew', 'inspector', 'desk'),
  input: z.strictObject({
    /** Made by the screen, so that a retry is the same exception. */
    exceptionId: Id,
    venueId: z.string().max(40),
    scanId: Id,
    reason: z.enum(exceptionReasons),
    note: FreeText(200).exactOptional(),
  }),
  output: z.strictObject({ recordedAt: WireInstant }),
  failures: ['venue-unknown', 'venue-not-yours', 'scan-unknown', 'not-refused', 'scan-conflict'],
});

export const listRefusals = endpoint({
  name: 'rides.list-refusals',
  summary: { zh: '某日的拒乘，按线路和原因', en: 'Refusals of a day, by line and reason' },
  access: official('administrator', 'bureau', 'operator', 'health', 'auditor'),
  input: z.strictObject({ city: CityCode, day: WireDay.exactOptional() }),
  output: RefusalList,
  failures: ['city-unknown'],
});

export const liveFigures = endpoint({
  name: 'rides.live-figures',
  formerly: ['rides.live'],
  summary: { zh: '今天的实时数字', en: 'Live counts of a day' },
  access: official('administrator', 'bureau', 'operator', 'health', 'auditor'),
  input: z.strictObject({ city: CityCode, day: WireDay.exactOptional() }),
  output: LiveFigures,
  failures: ['city-unknown'],
});

export const lineLoad = endpoint({
  name: 'rides.line-load',
  summary: { zh: '一条线路某日各站的上下客', en: 'People getting on and off along a line on a day' },
  access: official('administrator', 'bureau', 'operator', 'health', 'auditor'),
  input: LineOnDay,
  output: LineLoad,
  failures: ['city-unknown'],
});
