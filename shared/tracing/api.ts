import * as z from 'zod';
import { official } from '../access';
import { endpoint } from '../endpoint';
import { documentKinds } from '../identity/documents/kinds';
import { secondRoles } from '../venues/tracing-settings';
import { CityCode, Cursor, FreeText, Id, Nothing, WireDay, WireInstant } from '../wire';
import {
  CaseNumber,
  CaseRow,
  ExposedRider,
  IndexRide,
  legalGrounds,
  PeriodHours,
  RequestDigest,
  TraceCounts,
  TraceRequestRow,
  tracingPurposes,
} from './wire';

export const openCase = endpoint({
  name: 'tracing.open-case',
  summary: {
    zh: '立案：案号、法律依据、目的、传染期；按证件精确查找病例本人（先记录）',
    en: 'Open a case: number, legal basis, purpose, infectious period; the index rider by exact document, recorded first',
  },
  access: official('health'),
  input: z.strictObject({
    city: CityCode,
    number: CaseNumber,
    legalBasis: z.enum(legalGrounds),
    purpose: z.enum(tracingPurposes),
    infectiousFrom: WireDay,
    infectiousTo: WireDay,
    hours: PeriodHours.exactOptional(),
    documentKind: z.enum(documentKinds),
    documentNumber: z.string().min(1).max(60),
  }),
  output: CaseRow,
  failures: [
    'city-unknown',
    'capability-absent',
    'document-refused',
    'index-rider-unknown',
    'trace-period-refused',
    'too-many-tries',
  ],
});

export const listCases = endpoint({
  name: 'tracing.list-cases',
  summary: { zh: '病例和名单申请，最新的在前', en: 'Cases with their requests for names, the newest first' },
  access: official('health', 'health-supervisor', 'bureau'),
  input: z.strictObject({
    city: CityCode,
    state: z.enum(['open', 'closed']),
    after: Cursor.exactOptional(),
    limit: z.number().int().min(1).max(50),
  }),
  output: z.strictObject({
    cases: z.array(CaseRow),
    next: Cursor.exactOptional(),
    /** The role that the city gave the second key: to whom a decision is offered. */
    secondRole: z.enum(secondRoles),
  }),
  failures: ['city-unknown', 'capability-absent', 'trace-second-role-needed'],
});

export const countExposed = endpoint({
  name: 'tracing.count-exposed',
  summary: { zh: '同乘数量，按日期和交通方式，不含姓名', en: 'How many were exposed, by day and mode, without names' },
  access: official('health'),
  input: z.strictObject({ caseId: Id }),
  output: TraceCounts,
  failures: ['case-unknown', 'case-is-closed', 'capability-absent'],
});

export const requestNames = endpoint({
  name: 'tracing.request-names',
  summary: {
    zh: '申请打开名单，二十四小时内由另一人批准',
    en: 'Ask for the names; another person approves within 24 hours',
  },
  access: official('health'),
  input: z.strictObject({ caseId: Id }),
  output: TraceRequestRow,
  failures: ['case-unknown', 'case-is-closed', 'capability-absent', 'trace-request-open'],
});

export const decideRequest = endpoint({
  name: 'tracing.decide-request',
  summary: {
    zh: '批准或否决一个名单申请（须是另一种角色的另一人）',
    en: 'Approve or reject a request for names, as another person in the other role',
  },
  access: official('health-supervisor', 'bureau'),
  input: z.strictObject({ requestId: Id, approve: z.boolean(), digest: RequestDigest }),
  output: TraceRequestRow,
  failures: [
    'trace-request-unknown',
    'trace-request-decided',
    'trace-request-changed',
    'trace-request-expired',
    'trace-second-role-needed',
    'trace-second-person-needed',
    'capability-absent',
    'case-is-closed',
  ],
});

export const openNames = endpoint({
  name: 'tracing.open-names',
  summary: {
    zh: '打开已批准的名单（每次先记录）',
    en: 'Open the names that were approved; each opening is recorded first',
  },
  access: official('health', 'health-supervisor'),
  input: z.strictObject({
    requestId: Id,
    /** How many were given before; from the beginning when absent. */
    skip: z.number().int().min(0).max(1_000_000).exactOptional(),
    limit: z.number().int().min(1).max(200),
  }),
  output: z.strictObject({
    riders: z.array(ExposedRider),
    /** The rides of the index rider in the period, the earliest first. */
    timeline: z.array(IndexRide),
    /** Of all pages. */
    total: z.number().int().min(0),
    opensUntil: WireInstant,
    /** What is known of the index rider's vehicles is not what it was when the names were asked for: another feed, one that is away or came back, a scan that came late. */
    feedChanged: z.literal(true).exactOptional(),
    /** Stands across what is shown: who opened it, when, and under which request. */
    watermark: z.strictObject({ officialId: z.string(), requestId: Id, at: WireInstant }),
  }),
  failures: ['trace-request-unknown', 'trace-request-changed', 'names-not-open', 'case-is-closed', 'capability-absent'],
});

export const endRequest = endpoint({
  name: 'tracing.end-request',
  summary: { zh: '收回名单申请，或提前关闭名单', en: 'Withdraw a request for names, or close names again early' },
  access: official('health', 'health-supervisor'),
  input: z.strictObject({ requestId: Id, reason: FreeText(200) }),
  output: Nothing,
  failures: ['trace-request-unknown', 'trace-request-decided'],
});

export const closeCase = endpoint({
  name: 'tracing.close-case',
  summary: {
    zh: '结案：删去病例本人的指向，关闭所有名单',
    en: 'Close a case: who the index rider is goes, all names close',
  },
  access: official('health', 'health-supervisor'),
  input: z.strictObject({ caseId: Id }),
  output: Nothing,
  failures: ['case-unknown', 'case-is-closed'],
});
