import { createPublicKey, verify } from 'node:crypto';
import { deletionCertificates } from '@tongcheng/cloudfunctions/app/publications/certificates/deletion-certificate-record';
import { deletions } from '@tongcheng/cloudfunctions/app/publications/deletions';
import { countDay } from '@tongcheng/cloudfunctions/app/retention/certificates/count-ending-days';
import { removeCity } from '@tongcheng/cloudfunctions/app/retention/remove-city';
import { sweep } from '@tongcheng/cloudfunctions/app/retention/sweep';
import { scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import type { DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';
import { aStranger } from '../world/callers';
import { city, day, openReportInstallation, type ReportInstallation } from '../world/report-installation';
import { clock } from '../world/ride-settings';
import { answered } from '../world/rider';

let town: ReportInstallation;
beforeEach(async () => {
  town = await openReportInstallation();
  const one = await town.person(1);
  await town.ride(one.caller, clock('12:00:00'), ['bus1', clock('08:00:00')], ['bus1', clock('08:30:00')]);
});
afterEach(() => town.close());

const past = clock('00:30:00', '2022-07-03');
const published = async () => answered(await deletions(town.needs, aStranger('1'), { city, limit: 10 }));

/** What a stranger does with a certificate: nothing but the key and RFC 7515. */
function opened(signed: string, key: { readonly x: string }) {
  const [header = '', payload = '', signature = ''] = signed.split('.');
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key.x }, format: 'jwk' });
  const fits = verify(null, Buffer.from(`${header}.${payload}`), publicKey, Buffer.from(signature, 'base64url'));
  return {
    fits,
    says: JSON.parse(Buffer.from(payload, 'base64url').toString()),
    header: Buffer.from(header, 'base64url'),
  };
}

test('X-03 the end of a day is certified: what its key sealed, when it was destroyed, signed for anybody to check', async () => {
  town.clock.set(past);
  await sweep(town.needs);
  const { key, rows } = await published();
  expect(rows).toMatchObject([
    { day, class: 'city', counts: { scans: 2, refusals: 0 }, destroyedAt: past, cause: 'retention' },
  ]);
  const { fits, says, header } = opened(rows[0]?.signed ?? '', key);
  expect(fits).toBe(true);
  expect(says).toEqual({
    city,
    day,
    class: 'city',
    counts: { scans: 2, refusals: 0, appeals: 0, passes: 0 },
    countedAt: '2022-07-02T16:30:00.000Z',
    destroyedAt: '2022-07-02T16:30:00.000Z',
    copiesUntil: expect.any(String),
    cause: 'retention',
    holds: [],
  });
  expect(JSON.parse(header.toString())).toMatchObject({ alg: 'EdDSA', kid: key.kid });
});

test('X-03 a changed certificate does not fit its signature', async () => {
  town.clock.set(past);
  await sweep(town.needs);
  const { key, rows } = await published();
  const [header, payload = '', signature] = (rows[0]?.signed ?? '').split('.');
  const changed = Buffer.from(payload, 'base64url').toString().replace('"scans":2', '"scans":3');
  expect(opened([header, Buffer.from(changed).toString('base64url'), signature].join('.'), key).fits).toBe(false);
});

test('X-03 it is counted the day before and issued once, however often the timer runs', async () => {
  town.clock.set(clock('00:30:00', '2022-07-02'));
  await sweep(town.needs);
  expect((await published()).rows).toEqual([]);
  expect(await town.needs.vault.day(city, day)).toBeDefined();
  town.clock.set(past);
  await sweep(town.needs);
  const first = (await published()).rows;
  expect(first).toMatchObject([{ countedAt: clock('00:30:00', '2022-07-02'), destroyedAt: past }]);
  town.clock.set(past + 300_000);
  await sweep(town.needs);
  expect((await published()).rows).toEqual(first);
});

test('X-03 a stop between the destruction and the certificate: the next run completes it', async () => {
  town.clock.set(past);
  await countDay(town.needs, { keyClass: 'city', city, day }, 'retention');
  await town.needs.vault.destroyDay(city, day);
  expect((await published()).rows).toEqual([]);
  await sweep(town.needs);
  expect((await published()).rows).toMatchObject([{ day, counts: { scans: 2 } }]);
});

test('X-03 a day that cannot be counted loses its key all the same, and its certificate says so', async () => {
  town.clock.set(past);
  const count: DocumentStore['count'] = async (from, where) => {
    if (from.name === scans.name) throw new Error('the file of this day is damaged');
    return town.store.count(from, where);
  };
  await sweep({ ...town.needs, store: { ...town.store, count } });
  const { key, rows } = await published();
  expect(rows).toHaveLength(1);
  expect(rows[0]).not.toHaveProperty('counts');
  expect(opened(rows[0]?.signed ?? '', key).says).toMatchObject({ counts: 'unknown' });
  expect(await town.needs.vault.day(city, day)).toBeUndefined();
});

test('X-03 a city that is taken out keeps its certificates for anybody to read', async () => {
  await removeCity(town.needs, city, { withRides: true });
  expect((await published()).rows).toMatchObject([{ day, cause: 'city-removed', counts: { scans: 2 } }]);
  expect(await town.store.count(deletionCertificates, { state: 'counted' })).toBe(0);
});
