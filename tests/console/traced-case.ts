import { addDays, dayOf, hourMs, minuteMs } from '@tongcheng/shared/time';
import type {
  CaseRow,
  ExposedRider,
  IndexRide,
  NamedMatch,
  TraceCounts,
  TraceRequestRow,
} from '@tongcheng/shared/tracing/wire';
import { officialSession, sampleAt, sampleId } from './samples';
import type { Answers } from './screens';

const today = dayOf(sampleAt);
const digest = `abcdefghijkl${'0'.repeat(31)}`;

/** Who asks, who approves, and somebody else of the same office. */
export const asker = officialSession({ officialId: 'o_asker', login: 'asker', roles: ['health'] });
export const supervisor = officialSession({ officialId: 'o_second', login: 'second', roles: ['health-supervisor'] });
export const colleague = officialSession({ officialId: 'o_third', login: 'third', roles: ['health'] });

/** What was found: two on a bus today, nobody else. */
const counts: TraceCounts = {
  rides: 3,
  unplaced: [{ day: today, mode: 'metro' }],
  closedDays: [addDays(today, -1)],
  exposed: [{ day: today, mode: 'bus', riders: 2, proven: 1, likely: 1, possible: 0, companions: 0 }],
};

/** A request of the asker that waits. */
export const aRequest = (changed: Partial<TraceRequestRow> = {}): TraceRequestRow => ({
  ...{ requestId: sampleId(sampleAt), state: 'open', requestedBy: asker.officialId, requestedAt: sampleAt },
  ...{ expiresAt: sampleAt + 24 * hourMs, counts, digest },
  ...changed,
});

/** The same, approved by the supervisor. */
export const approved = (changed: Partial<TraceRequestRow> = {}): TraceRequestRow =>
  aRequest({
    ...{ state: 'approved', decidedBy: supervisor.officialId, decidedAt: sampleAt, opensUntil: sampleAt + 48 * hourMs },
    ...changed,
  });

/** A case of the asker. */
export const aCase = (requests: TraceRequestRow[] = [], changed: Partial<CaseRow> = {}): CaseRow => ({
  ...{ caseId: sampleId(sampleAt), city: '420100', number: 'WH-2026-001', state: 'open' },
  ...{ legalBasis: 'infectious-disease-law', purpose: 'confirmed-case' },
  ...{ infectiousFrom: addDays(today, -2), infectiousTo: today },
  ...{ openedBy: asker.officialId, openedAt: sampleAt, requests },
  ...changed,
});

const match = (changed: Partial<NamedMatch> = {}): NamedMatch => ({
  ...{ day: today, mode: 'bus', placeId: '420100.bus-2-07', place: { zh: '2路 鄂A·12345', en: 'Route 2 鄂A·12345' } },
  ...{ restsOn: 'time', certainty: 'proven', from: sampleAt, to: sampleAt + 12 * minuteMs },
  ...{ inferred: { index: [], exposed: [] }, companions: 0, flags: [] },
  ...changed,
});

/** Two riders: one proven on the bus; one likely there, with an inferred end, and next in the taxi, with companions and a doubt. */
export const exposedRiders: ExposedRider[] = [
  {
    person: { name: '演示甲', documentKind: 'resident-id', maskedDocument: '4201**********0012', phone: '13900000001' },
    matches: [match()],
  },
  {
    person: { name: '演示乙', documentKind: 'passport', maskedDocument: 'DEMO***0002', phone: '13900000002' },
    matches: [
      match({ certainty: 'likely', inferred: { index: [], exposed: [{ end: 'to', by: 'usual-duration' }] } }),
      match({
        ...{ mode: 'taxi', placeId: '420100.taxi-1', place: { zh: '出租车 鄂A·T0001', en: 'Taxi 鄂A·T0001' } },
        ...{ restsOn: 'interval', certainty: 'possible', companions: 2, flags: ['late'] },
      }),
    ],
  },
];

/** The index rider's day: on the bus by two scans, later in a taxi whose end is inferred. */
export const timeline: IndexRide[] = [
  {
    ...{ day: today, mode: 'bus', placeId: '420100.bus-2-07', place: { zh: '2路 鄂A·12345', en: 'Route 2 鄂A·12345' } },
    proven: { from: sampleAt, to: sampleAt + 12 * minuteMs },
    likely: { from: sampleAt, to: sampleAt + 12 * minuteMs },
    possible: { from: sampleAt, to: sampleAt + 12 * minuteMs },
    ...{ inferred: [], flags: [] },
  },
  {
    ...{ day: today, mode: 'taxi', placeId: '420100.taxi-1', place: { zh: '出租车 鄂A·T0001', en: 'Taxi 鄂A·T0001' } },
    likely: { from: sampleAt + 30 * minuteMs, to: sampleAt + 50 * minuteMs },
    possible: { from: sampleAt + 30 * minuteMs, to: sampleAt + 120 * minuteMs },
    ...{ inferred: [{ end: 'to' as const, by: 'usual-duration' as const }], flags: ['crowded-code' as const] },
  },
];

/** Names that are in nobody's sight before an approval. */
export const everyName = /演示甲|演示乙|1390000000|4201\*|DEMO/;

/** Answers about one case. */
export const answersOf = (found: CaseRow): Answers => ({
  'tracing.list-cases': () => ({ ok: true, value: { cases: [found], secondRole: 'health-supervisor' } }),
  'tracing.list-measures': () => ({ ok: true, value: { measures: [], heldBy: asker.officialId } }),
  'tracing.count-exposed': () => ({ ok: true, value: counts }),
  'tracing.open-names': () => ({
    ok: true,
    value: {
      ...{ riders: exposedRiders, timeline, total: exposedRiders.length, opensUntil: sampleAt + 48 * hourMs },
      watermark: { officialId: asker.officialId, requestId: found.requests[0]?.requestId ?? '', at: sampleAt },
    },
  }),
});
