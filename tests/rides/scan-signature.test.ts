import { recordBatch } from '@tongcheng/cloudfunctions/app/rides/record-batch';
import { recordScan } from '@tongcheng/cloudfunctions/app/rides/record-scan';
import { scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import type { RiderCaller } from '@tongcheng/shared/caller';
import { hmacSha256 } from '@tongcheng/shared/hmac-sha-256';
import { signedScanText } from '@tongcheng/shared/rides/signed-scan';
import type { ScanInput } from '@tongcheng/shared/rides/wire';
import { restamp, withClockOffset } from '../../miniprogram/src/features/rides/queued-scan';
import { aRider, aScan, idAt } from '../world/callers';
import { type Installation, openInstallation } from '../world/installation';
import { places } from '../world/places';
import { clock } from '../world/ride-settings';

let here: Installation;
beforeEach(async () => {
  here = await openInstallation();
});
afterEach(() => here.close());

const session = idAt(clock('06:00:00'));
const rider = aRider('1');
const now = clock('09:00:00');

/** A scan that was kept on the phone since eight, signed as the phone does it. */
function kept(more: Partial<ScanInput> = {}, by: RiderCaller = rider, keyId = session): ScanInput {
  here.clock.set(now);
  const scan = aScan(here, 'bus1', clock('08:00:00'), { sentAt: now, ...more });
  const key = here.needs.signingKeys.keyOf(by.accountId, keyId);
  return { ...scan, signature: { keyId, mac: Buffer.from(hmacSha256(key, signedScanText(scan))).toString('hex') } };
}

const send = (scan: ScanInput, who = rider) => recordScan(here.needs, who, scan);

test('X-01 a kept scan signed by its phone is registered as late, without a doubt about who made it', async () => {
  expect(await send(kept())).toMatchObject({ ok: true, value: { flags: ['late'] } });
});

test('X-01 without a signature it is stored all the same and flagged', async () => {
  const { signature: _none, ...bare } = kept();
  expect(await send(bare)).toMatchObject({ ok: true, value: { flags: ['late', 'unsigned'] } });
});

test('a scan that arrives at once needs none and gets no flag', async () => {
  here.clock.set(now);
  expect(await send(aScan(here, 'bus1', now))).toMatchObject({ ok: true, value: { flags: [] } });
});

test.each([
  ['another code', (scan: ScanInput): ScanInput => ({ ...scan, code: here.codeOf(places.bus2) })],
  [
    'an earlier time',
    (scan: ScanInput): ScanInput => ({
      ...scan,
      scanId: restamp(scan.scanId, scan.scannedAt - 60_000),
      scannedAt: scan.scannedAt - 60_000,
    }),
  ],
  ['more people', (scan: ScanInput): ScanInput => ({ ...scan, party: 3 })],
  ['another id', (scan: ScanInput): ScanInput => ({ ...scan, scanId: idAt(scan.scannedAt) })],
])('X-01 changed afterwards to %s it is not registered', async (_what, change) => {
  expect(await send(change(kept()))).toMatchObject({ ok: false, failure: { code: 'scan-tampered' } });
  expect(await here.store.count(scans, { day: '2022-06-02' })).toBe(0);
});

test('X-01 a scan kept by another account on the same phone is never registered for this one', async () => {
  expect(await send(kept({}, aRider('2')))).toMatchObject({ ok: false, failure: { code: 'scan-tampered' } });
});

test('a scan cannot be older than the session whose key signed it', async () => {
  const scan = kept({}, rider, idAt(clock('08:10:00')));
  expect(await send(scan)).toMatchObject({ ok: false, failure: { code: 'scan-tampered' } });
  expect((await send(kept({}, rider, idAt(clock('08:04:00'))))).ok).toBe(true);
});

test('a scan of an earlier session of the same account is good in a later one', async () => {
  expect(await send(kept(), { ...rider, sessionId: idAt(now) })).toMatchObject({ value: { flags: ['late'] } });
});

test('the clock put right afterwards leaves the signature good', async () => {
  const wrong = kept({ scannedAt: clock('07:00:00'), scanId: idAt(clock('07:00:00')), clockOffsetMs: 0 });
  const { sentAt: _sent, ...waiting } = wrong;
  const right = withClockOffset({ ...waiting, clockOffsetMs: 0 }, 3_600_000);
  const { scanId, scannedAt, clockOffsetMs, signature } = right;
  expect(scannedAt).toBe(clock('08:00:00'));
  const same = { scanId, clockOffsetMs, sentAt: now, ...(signature && { signature }) };
  const sent = aScan(here, 'bus1', scannedAt, same);
  expect(await send(sent)).toMatchObject({ ok: true, value: { flags: ['late', 'clock-corrected'] } });
});

test('in a batch each is judged for itself, and says in words what became of it', async () => {
  const good = kept();
  const bad = { ...kept({ scannedAt: clock('08:10:00'), scanId: idAt(clock('08:10:00')) }), party: 2 };
  const answer = await recordBatch(here.needs, rider, { scans: [good, bad] });
  expect(answer).toMatchObject({
    ok: true,
    value: {
      items: [{ ok: true }, { ok: false, failure: { code: 'scan-tampered', zh: expect.stringContaining('没有登记') } }],
    },
  });
});

test('the same scan with and without its signature is one scan', async () => {
  const scan = kept();
  const { signature: _none, ...bare } = scan;
  const first = await send(scan);
  expect(await send(bare)).toEqual(first);
  expect(await here.store.count(scans, { day: '2022-06-02' })).toBe(1);
});
