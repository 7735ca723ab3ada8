import * as z from 'zod';
import { official } from '../access';
import { endpoint } from '../endpoint';
import { FreeText, Id, Nothing, WireInstant } from '../wire';
import { CallRow, callOutcomes, Measure, MeasureRow, NoticeProgress } from './measures';
import { ExposedRider, IndexRide, RequestDigest } from './wire';

/** Who opened what is shown, when, under which measure and for whom: it stands across it, and in each file of it. */
const Watermark = z.strictObject({
  officialId: z.string(),
  measureId: Id,
  at: WireInstant,
  /** Of an extract: the office that gets it. */
  receiver: z.string().exactOptional(),
});

export const listMeasures = endpoint({
  name: 'tracing.list-measures',
  summary: { zh: '病例的措施和进度，最新的在前', en: 'Measures of a case with their progress, the newest first' },
  access: official('health', 'health-supervisor', 'bureau'),
  input: z.strictObject({ caseId: Id }),
  output: z.strictObject({
    measures: z.array(MeasureRow),
    /** Who goes on with the case now. */
    heldBy: z.string(),
  }),
  failures: ['case-unknown', 'capability-absent', 'trace-second-role-needed'],
});

export const askMeasure = endpoint({
  name: 'tracing.ask-measure',
  summary: {
    zh: '申请一项措施（通知同乘人员、接管病例等），二十四小时内由另一人批准',
    en: 'Ask for a measure of a case (telling those exposed, taking it over …); another person approves within 24 hours',
  },
  access: official('health'),
  input: z.strictObject({ caseId: Id, measure: Measure }),
  output: MeasureRow,
  failures: [
    'case-unknown',
    'case-is-closed',
    'capability-absent',
    'measure-open',
    'case-not-held',
    'measure-period-refused',
  ],
});

export const decideMeasure = endpoint({
  name: 'tracing.decide-measure',
  summary: {
    zh: '批准或否决一项措施（须是另一种角色的另一人）',
    en: 'Approve or reject a measure, as another person in the other role',
  },
  access: official('health-supervisor', 'bureau'),
  input: z.strictObject({ measureId: Id, approve: z.boolean(), digest: RequestDigest }),
  output: MeasureRow,
  failures: [
    'measure-unknown',
    'measure-decided',
    'trace-request-changed',
    'trace-request-expired',
    'trace-second-role-needed',
    'trace-second-person-needed',
    'capability-absent',
    'case-is-closed',
  ],
});

export const endMeasure = endpoint({
  name: 'tracing.end-measure',
  summary: { zh: '收回或立即停止一项措施', en: 'Withdraw a measure, or stop it at once' },
  access: official('health', 'health-supervisor'),
  input: z.strictObject({ measureId: Id, reason: FreeText(200) }),
  output: Nothing,
  failures: ['measure-unknown', 'measure-decided', 'measure-needs-two'],
});

export const openMeasure = endpoint({
  name: 'tracing.open-measure',
  summary: {
    zh: '打开已批准的摘录、留存或第二步名单（每次先记录）',
    en: 'Open an approved extract, a held copy or a second step; each opening is recorded first',
  },
  access: official('health', 'health-supervisor'),
  input: z.strictObject({
    measureId: Id,
    skip: z.number().int().min(0).max(1_000_000).exactOptional(),
    limit: z.number().int().min(1).max(200),
    /** It is about to be taken out as a file, which is an entry of its own; of extracts alone. */
    exported: z.literal(true).exactOptional(),
  }),
  output: z.strictObject({
    riders: z.array(ExposedRider),
    timeline: z.array(IndexRide),
    /** Of all pages. */
    total: z.number().int().min(0),
    holdsUntil: WireInstant,
    watermark: Watermark,
  }),
  failures: ['measure-unknown', 'measure-not-open', 'trace-request-changed', 'case-is-closed'],
});

export const listCalls = endpoint({
  name: 'tracing.list-calls',
  summary: {
    zh: '打开电话名单：短信没有送达的人（先记录）',
    en: 'Open the call list: whom no message reached; recorded first',
  },
  access: official('health', 'health-supervisor'),
  input: z.strictObject({ measureId: Id, limit: z.number().int().min(1).max(100) }),
  output: z.strictObject({
    calls: z.array(CallRow),
    /** Of all who are to be phoned. */
    total: z.number().int().min(0),
    watermark: Watermark,
  }),
  failures: ['measure-unknown', 'measure-not-open'],
});

export const recordCall = endpoint({
  name: 'tracing.record-call',
  summary: { zh: '记录一次电话的结果和下次时间', en: 'Record what came of a call, and when to try next' },
  access: official('health', 'health-supervisor'),
  input: z.strictObject({
    measureId: Id,
    noticeId: z.string().min(1).max(100),
    outcome: z.enum(callOutcomes),
    reason: FreeText(200).exactOptional(),
    /** When to try next, where nobody was reached. */
    nextAt: WireInstant.exactOptional(),
  }),
  output: NoticeProgress,
  failures: ['measure-unknown', 'measure-not-open', 'call-unknown'],
});
