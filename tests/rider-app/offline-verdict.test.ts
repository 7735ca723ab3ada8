import { createHmac } from 'node:crypto';
import type { Eligibility, HealthStatus } from '@tongcheng/shared/eligibility';
import { signedScanText } from '@tongcheng/shared/rides/signed-scan';
import type { AdmissionRule } from '@tongcheng/shared/venues/admission-rule';
import { cityRecord } from '../../miniprogram/src/client/city-cache';
import { createRecords } from '../../miniprogram/src/client/records';
import { sessionRecord } from '../../miniprogram/src/client/session-record';
import { deliverScans } from '../../miniprogram/src/features/rides/deliver';
import { offlineVerdictOf } from '../../miniprogram/src/features/rides/offline-verdict';
import { queueScan } from '../../miniprogram/src/features/rides/queue';
import { scanRequest, signScan, withClockOffset } from '../../miniprogram/src/features/rides/queued-scan';
import { shownOf, shownScanRecord } from '../../miniprogram/src/features/rides/shown-scan';
import { aCityView, admissionRule, anEligibility, aStatus, aVenueView } from '../world/records';
import { queuedScan } from '../world/scan-input';
import { account, aPhone, good, memoryStorage, serverStart, sessionOf } from './a-phone';

const bus = aVenueView({ lineId: 'L2' });

const scan = queuedScan(serverStart, { scanId: '01G4GVCF00KPPXFQCKDG1VF38M', venue: bus });

const status = (colour: HealthStatus['colour'], expiresAt = serverStart + 3_600_000) =>
  aStatus(colour, { issuedAt: serverStart - 3_600_000, expiresAt });

const rule = (requires: AdmissionRule['requires'], more: Partial<AdmissionRule> = {}) =>
  admissionRule(requires, { version: 3, ...more });

const hour = 3_600_000;

/** A phone without network that knows these rules since `rulesAge` and this eligibility. */
function offline(
  eligibility: Partial<Eligibility>,
  rules: AdmissionRule[] = [rule(['identity', 'green-status'])],
  rulesAge = hour,
) {
  const records = createRecords(memoryStorage());
  const held = { ...account(true), standing: anEligibility({ identity: true, ...eligibility }) };
  const session = { ...sessionOf('1', serverStart), account: held, aheadMs: 0 };
  records.write(sessionRecord, { is: 'held', session });
  const city = aCityView({ hotline: '', modes: [], admissionRules: rules });
  records.write(cityRecord, { city, askedAt: serverStart - rulesAge });
  return records;
}

test.each([
  ['green within its expiry passes', { status: status('green') }, 'admit', []],
  ['green that has expired goes to staff', { status: status('green', serverStart) }, 'refer', ['status-expired']],
  ['red does not pass', { status: status('red') }, 'refuse', ['status-red']],
  ['without a status, grey', { status: null }, 'refer', ['status-missing']],
  ['without an identity nobody passes', { identity: false, status: status('green') }, 'refuse', ['identity-missing']],
] as const)('X-01 W-06 offline by the last known status: %s', (_why, eligibility, decision, reasons) => {
  const verdict = offlineVerdictOf(offline(eligibility), scan);
  expect(verdict).toMatchObject({ decision, ruleId: 'town', ruleVersion: 3 });
  expect(verdict?.reasons.map(({ code }) => code)).toEqual(reasons);
  for (const { text, next } of verdict?.reasons ?? [])
    expect([text.zh, text.en, next.text.zh].every(Boolean)).toBe(true);
});

test('X-07 offline the most particular rule of the place and the time decides', () => {
  const rules = [
    rule(['identity', 'green-status']),
    rule(['identity'], { ruleId: 'line-2', lineId: 'L2', to: serverStart + 1 }),
  ];
  expect(offlineVerdictOf(offline({ status: null }, rules), scan)).toMatchObject({
    decision: 'admit',
    ruleId: 'line-2',
  });
  expect(offlineVerdictOf(offline({ status: null }, rules), { ...scan, scannedAt: serverStart + 1 })).toMatchObject({
    decision: 'refer',
  });
});

test('X-01 rules of a day ago, or of the future, say nothing; nor does a venue that the phone does not know', () => {
  const { venue: _venue, ...unknown } = scan;
  expect(offlineVerdictOf(offline({ status: status('green') }, undefined, 24 * hour - 1), scan)?.decision).toBe(
    'admit',
  );
  expect(offlineVerdictOf(offline({ status: status('green') }, undefined, 24 * hour), scan)).toBeUndefined();
  expect(offlineVerdictOf(offline({ status: status('green') }, undefined, -1), scan)).toBeUndefined();
  expect(offlineVerdictOf(offline({ status: status('green') }), unknown)).toBeUndefined();
  expect(
    offlineVerdictOf(offline({ status: status('green') }), { ...scan, venue: { ...bus, city: '210100' } }),
  ).toBeUndefined();
});

test('X-07 a rule that asks for what this release does not know says nothing where it is in force', () => {
  const later: AdmissionRule['requires'] = JSON.parse('["identity", "of-a-later-release"]');
  const green = { status: status('green') };
  expect(offlineVerdictOf(offline(green, [rule(later)]), scan)).toBeUndefined();
  const rules = [rule(['identity', 'green-status']), rule(later, { lineId: 'L9' })];
  expect(offlineVerdictOf(offline(green, rules), scan)?.decision).toBe('admit');
});

test('X-19 a demonstration code admits nobody offline either', () => {
  const venue = { ...bus, demonstration: true } as const;
  expect(offlineVerdictOf(offline({ status: status('green') }), { ...scan, venue })?.decision).toBe('refuse');
});

test('X-01 a scan is signed with the key of the session, over what a corrected clock does not change', () => {
  const records = offline({});
  const key = Buffer.alloc(32, 7).toString('hex');
  const state = records.read(sessionRecord);
  if (state.is !== 'held') throw new Error('no session');
  records.write(sessionRecord, { is: 'held', session: { ...state.session, signing: { keyId: 'k1', key } } });
  const signed = signScan(records, scan);
  const mac = createHmac('sha256', Buffer.alloc(32, 7)).update(signedScanText(scan)).digest('hex');
  expect(signed.signature).toEqual({ keyId: 'k1', mac });
  const sent = scanRequest(withClockOffset(signed, 90_000), serverStart + 200_000);
  expect(sent.signature).toEqual(signed.signature);
  expect(signedScanText(sent)).toBe(signedScanText(scan));
  expect(JSON.stringify(sent)).not.toContain('venue');
});

test('X-01 delivered while the rider still stands there, the service’s own verdict takes the place of the offline one', async () => {
  const reply = {
    scanId: scan.scanId,
    flags: [],
    recordedAt: serverStart + 4_000,
    verdict: { decision: 'admit' },
    venue: bus,
    liveKey: 'k',
  };
  const far = (flags: readonly string[]) =>
    aPhone(({ name }) =>
      name === 'identity.sign-in'
        ? good(sessionOf('1', serverStart), serverStart)
        : good({ items: [{ ok: true, value: { ...reply, flags } }] }, serverStart + 4_000),
    );
  for (const [flags, is] of [
    [[], 'verdict'],
    [['late'], 'kept'],
  ] as const) {
    const phone = far(flags);
    queueScan(phone.records, scan);
    phone.records.write(shownScanRecord, shownOf({ is: 'kept', scan }, serverStart, phone.records));
    await deliverScans(phone);
    expect(phone.records.read(shownScanRecord)).toMatchObject({ is });
  }
});
