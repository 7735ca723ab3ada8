import { endpoints } from '@tongcheng/shared/api';
import { appealFailures } from '@tongcheng/shared/appeals/failures';
import { cardFailures } from '@tongcheng/shared/cards/failures';
import { rowFailures } from '@tongcheng/shared/cards/list-api';
import { linkFailures } from '@tongcheng/shared/cards/partner-api';
import { coachFailures } from '@tongcheng/shared/coaches/failures';
import { fleetFailures } from '@tongcheng/shared/coaches/fleet-failures';
import { filingFailures } from '@tongcheng/shared/coaches/ledger-api';
import { ticketFailures } from '@tongcheng/shared/coaches/ticketing-api';
import { deviceFailures } from '@tongcheng/shared/devices/failures';
import { edgeFailures } from '@tongcheng/shared/edge-failures';
import { failures } from '@tongcheng/shared/failures';
import { gateFailures } from '@tongcheng/shared/gates/failures';
import { identityFailures } from '@tongcheng/shared/identity/failures';
import { healthCodeFailures } from '@tongcheng/shared/identity/health-code-failures';
import { proofFailures } from '@tongcheng/shared/identity/proof-failures';
import { oversightFailures } from '@tongcheng/shared/oversight/failures';
import { termsFailures } from '@tongcheng/shared/oversight/terms-failures';
import { partnerFailures } from '@tongcheng/shared/partners/failures';
import { passFailures } from '@tongcheng/shared/passes/failures';
import { publicationFailures } from '@tongcheng/shared/publications/failures';
import { reportFailures } from '@tongcheng/shared/reports/failures';
import { rideFailures } from '@tongcheng/shared/rides/failures';
import { tracingFailures } from '@tongcheng/shared/tracing/failures';
import { venueFailures } from '@tongcheng/shared/venues/failures';

const rooms = [
  edgeFailures,
  identityFailures,
  proofFailures,
  healthCodeFailures,
  cardFailures,
  venueFailures,
  deviceFailures,
  partnerFailures,
  rideFailures,
  coachFailures,
  fleetFailures,
  passFailures,
  gateFailures,
  reportFailures,
  oversightFailures,
  termsFailures,
  appealFailures,
  tracingFailures,
  publicationFailures,
];
const rows = Object.entries(failures);

/** Words of offices and machines, which tell nobody what to do (design/screens.md). */
const officialese =
  /参数|异常|非法|系统错误|报错|错误码|\berrors?\b|\binvalid\b|exception|illegal|denied|null|undefined/i;

test('the catalogue is seen, and no code is declared twice', () => {
  expect(rows.length).toBeGreaterThan(40);
  expect(rooms.flatMap((room) => Object.keys(room)).sort()).toEqual(rows.map(([code]) => code).sort());
});

test.each(rows)('%s says what and what now, in both languages', (code, { zh, en, status, fault, retry }) => {
  expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  expect([...zh].length).toBeGreaterThanOrEqual(8);
  expect(en.length).toBeGreaterThanOrEqual(8);
  expect(zh).toMatch(/\p{Script=Han}.*[。？！]$/u);
  expect(en).toMatch(/^[A-Z][\x20-\x7e’—–]*[.?!]$/);
  expect(zh).not.toMatch(officialese);
  expect(en).not.toMatch(officialese);
  expect(zh).not.toMatch(/[,;?!:]/);
  expect(status).toBeGreaterThanOrEqual(400);
  if (fault === 'ours') expect([status, retry]).toEqual([503, 'later']);
  if (status === 503) expect(fault).not.toBe('caller');
});

test('no two codes have the same words', () => {
  expect(new Set(rows.map(([, { zh }]) => zh)).size).toBe(rows.length);
  expect(new Set(rows.map(([, { en }]) => en)).size).toBe(rows.length);
});

test('each code is given by an endpoint, of a row of a ledger, of a ticket, of a stated card or by the edge', () => {
  const ofEndpoints = endpoints.flatMap((each) => [...each.failures]);
  const declared = new Set<string>([
    ...ofEndpoints,
    ...filingFailures,
    ...ticketFailures,
    ...linkFailures,
    ...rowFailures,
    ...Object.keys(edgeFailures),
  ]);
  expect(rows.map(([code]) => code).filter((code) => !declared.has(code))).toEqual([]);
});

test('an endpoint never declares what the edge gives anyway', () => {
  const twice = endpoints.flatMap((each) => each.failures.filter((code) => code in edgeFailures));
  expect(twice).toEqual([]);
});
