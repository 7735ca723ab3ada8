import { codeSignerOf } from '@tongcheng/cloudfunctions/app/venues/codes/code-signer';
import { importCity } from '@tongcheng/cloudfunctions/app/venues/import/import-city';
import { listVenues } from '@tongcheng/cloudfunctions/app/venues/list-venues';
import { lookAtCode } from '@tongcheng/cloudfunctions/app/venues/look-at-code';
import { venues } from '@tongcheng/cloudfunctions/app/venues/records';
import { replaceCode } from '@tongcheng/cloudfunctions/app/venues/replace-code';
import { makeResolveCode } from '@tongcheng/cloudfunctions/app/venues/resolve-code';
import { revokeCode } from '@tongcheng/cloudfunctions/app/venues/revoke-code';
import { base32Alphabet } from '@tongcheng/shared/base32';
import type { VenueRow } from '@tongcheng/shared/venues/wire';
import { anOfficial } from '../world/callers';
import { countingReads, openVenueInstallation, wuhanSettings } from '../world/venue-installation';
import { keysOf } from './fixtures';

jest.setTimeout(60_000);

const csv = [
  'id,mode,kind,name_zh,name_en,line_id,line_zh,line_en,plate,demonstration',
  'bus-1-01,bus,vehicle,鄂A·12345D,鄂A·12345D,bus-1,1路,Route 1,鄂A12345D,',
  'metro-x,metro,station,循礼门,Xunlimen,metro-1,1号线,Line 1,,',
  'demo-bus,bus,vehicle,演示车,Demonstration bus,bus-1,1路,Route 1,鄂A00000D,yes',
].join('\n');
const caller = anOfficial();

const open = async () => {
  const installation = openVenueInstallation();
  await importCity(installation.needs, wuhanSettings(), [csv]);
  const all = await listVenues(installation.needs, caller, { city: '420100', limit: 10 });
  const rows = new Map((all.ok ? all.value.venues : []).map((row) => [row.venueId.slice(7), row]));
  const row = (id: string): VenueRow => {
    const found = rows.get(id);
    if (!found) throw new Error(`there is no venue ${id}`);
    return found;
  };
  return { ...installation, row };
};

test('W-17 the posted link and the typed short code both lead to the venue', async () => {
  const { resolveCode, row, close } = await open();
  const { code } = row('metro-x');
  for (const text of [code.link, code.link.slice(-30), code.shortCode, code.shortCode.toLowerCase().replace('-', ' ')])
    expect(await resolveCode(text)).toMatchObject({ state: 'valid', venue: { _id: '420100-metro-x' } });
  await close();
});

test('W-18 a replaced code is revoked within five seconds, QR and short code alike; the new one is valid', async () => {
  const { needs, clock, resolveCode, row, close } = await open();
  const old = row('bus-1-01').code;
  expect((await resolveCode(old.link)).state).toBe('valid');
  const replaced = await replaceCode(needs, caller, { venueId: '420100-bus-1-01' });
  expect(replaced).toMatchObject({ ok: true, value: { code: { generation: 1, revoked: false } } });
  clock.pass(5_000);
  const now = replaced.ok ? replaced.value.code : old;
  expect(now.shortCode).not.toBe(old.shortCode);
  for (const text of [old.link, old.shortCode]) expect((await resolveCode(text)).state).toBe('revoked');
  for (const text of [now.link, now.shortCode]) expect((await resolveCode(text)).state).toBe('valid');
  await close();
});

test('W-18 a revoked code says so until it is replaced', async () => {
  const { needs, clock, resolveCode, row, close } = await open();
  const { code } = row('bus-1-01');
  await revokeCode(needs, caller, { venueId: '420100-bus-1-01', reason: '贴纸被撕 sticker torn off' });
  expect((await needs.store.get(venues, '420100-bus-1-01'))?.revokedReason).toMatch(/torn off/);
  clock.pass(5_000);
  expect((await resolveCode(code.link)).state).toBe('revoked');
  expect(await lookAtCode({ resolveCode }, caller, { code: code.shortCode })).toMatchObject({
    failure: { code: 'code-revoked' },
  });
  const replaced = await replaceCode(needs, caller, { venueId: '420100-bus-1-01' });
  clock.pass(5_000);
  expect(replaced.ok && (await resolveCode(replaced.value.code.link)).state).toBe('valid');
  expect((await needs.store.get(venues, '420100-bus-1-01'))?.revokedReason).toBeUndefined();
  await close();
});

test('W-18 after the last generation a venue goes on under a new serial and its old codes stay revoked', async () => {
  const { needs, clock, resolveCode, close } = await open();
  const stored = await needs.store.get(venues, '420100-metro-x');
  if (!stored) throw new Error('there is no such venue');
  const { _v, ...venue } = stored;
  await needs.store.update(venues, { ...venue, generation: 1_023 }, _v);
  const signer = await codeSignerOf(needs.keys);
  const last = signer.sign({ demonstration: false, city: '420100', serial: venue.serial, generation: 1_023 });
  expect((await resolveCode(last)).state).toBe('valid');
  const replaced = await replaceCode(needs, caller, { venueId: venue._id });
  clock.pass(5_000);
  expect((await resolveCode(last)).state).toBe('revoked');
  expect(replaced.ok && replaced.value.code.generation).toBe(0);
  expect(replaced.ok && (await resolveCode(replaced.value.code.link)).state).toBe('valid');
  await close();
});

test('W-18 every single changed character of a posted link is called forged, without a read of the store', async () => {
  const { needs, row, close } = await open();
  const { counted, reads } = countingReads(needs.store);
  const resolveCode = makeResolveCode({ ...needs, store: counted });
  const { link } = row('metro-x').code;
  const start = link.length - 30;
  const states = new Set<string>();
  for (let i = start + 3; i < link.length; i += 1)
    for (const c of `${base32Alphabet}ILOU`)
      if (c !== link[i]) states.add((await resolveCode(link.slice(0, i) + c + link.slice(i + 1))).state);
  expect([...states]).toEqual(['forged']);
  expect(reads).toEqual([]);
  for (let length = start + 14; length < link.length; length += 1)
    expect((await resolveCode(link.slice(0, length))).state).toBe('forged');
  expect(reads).toEqual([]);
  await close();
});

test('W-18 a flood of codes under other keys costs one read of the list of cities, and none is accepted', async () => {
  const { needs, row, close } = await open();
  const { counted, reads } = countingReads(needs.store);
  const resolveCode = makeResolveCode({ ...needs, store: counted });
  const theirs = await codeSignerOf(keysOf('theirs'));
  for (let serial = 0; serial < 500; serial += 1) {
    const fields = { demonstration: false, serial, generation: 0 };
    expect((await resolveCode(theirs.sign({ ...fields, city: '420100' }))).state).toBe('forged');
    expect((await resolveCode(theirs.sign({ ...fields, city: '110000' }))).state).toBe('foreign');
  }
  const elsewhere = theirs.sign({ demonstration: false, serial: 1, generation: 0, city: '110000' });
  expect(await lookAtCode({ resolveCode }, caller, { code: elsewhere })).toMatchObject({
    failure: { code: 'code-foreign' },
  });
  expect(reads).toEqual(['cities']);
  expect((await resolveCode(row('metro-x').code.link)).state).toBe('valid');
  await close();
});

test('a crowd at a warm venue costs one read in five seconds', async () => {
  const { needs, clock, row, close } = await open();
  const { counted, reads } = countingReads(needs.store);
  const resolveCode = makeResolveCode({ ...needs, store: counted });
  const { link, shortCode } = row('metro-x').code;
  await Promise.all(Array.from({ length: 200 }, () => resolveCode(link)));
  await resolveCode(shortCode);
  expect(reads).toEqual(['venues']);
  clock.pass(4_999);
  await resolveCode(link);
  expect(reads).toHaveLength(1);
  clock.pass(1);
  await resolveCode(link);
  expect(reads).toHaveLength(2);
  await close();
});

test('W-17 a typing mistake is distinguished from an unknown code; a payment code is no ride code', async () => {
  const { needs, resolveCode, row, close } = await open();
  const { shortCode } = row('metro-x').code;
  const wrong = shortCode.slice(0, -1) + (shortCode.endsWith('7') ? '8' : '7');
  expect(await resolveCode(wrong)).toEqual({ state: 'unknown', mistyped: true });
  expect(await lookAtCode({ resolveCode }, caller, { code: wrong })).toMatchObject({
    failure: { code: 'code-unknown', details: { mistyped: true } },
  });
  const nobodys = (await codeSignerOf(needs.keys)).shortCode({ serial: 30_000_000, generation: 0 });
  expect(await resolveCode(nobodys)).toEqual({ state: 'unknown' });
  const ahead = (await codeSignerOf(needs.keys)).shortCode({ serial: 1, generation: 900 });
  expect(await resolveCode(ahead)).toEqual({ state: 'unknown' });
  for (const text of ['wxp://f2f0T1R8', 'HTTPS://QR.ALIPAY.COM/FKX0123', '鄂A12345D', ''])
    expect(await resolveCode(text)).toEqual({ state: 'unknown' });
  await close();
});

test('X-19 a demonstration is marked and never valid, scanned or typed', async () => {
  const { resolveCode, row, close } = await open();
  const demonstration = row('demo-bus');
  expect(demonstration.demonstration).toBe(true);
  for (const text of [demonstration.code.link, demonstration.code.shortCode])
    expect((await resolveCode(text)).state).toBe('demonstration');
  expect(await lookAtCode({ resolveCode }, caller, { code: demonstration.code.link })).toMatchObject({
    value: { demonstration: true, name: { zh: '演示车' } },
  });
  await close();
});

test('an official of another city neither sees, replaces nor revokes a venue', async () => {
  const { needs, row, close } = await open();
  const stranger = anOfficial({ cities: ['210100'] });
  const venueId = '420100-bus-1-01';
  expect(await listVenues(needs, stranger, { city: '420100', limit: 5 })).toMatchObject({
    failure: { code: 'city-unknown' },
  });
  expect(await replaceCode(needs, stranger, { venueId })).toMatchObject({ failure: { code: 'venue-unknown' } });
  expect(await revokeCode(needs, stranger, { venueId, reason: 'x' })).toMatchObject({
    failure: { code: 'venue-unknown' },
  });
  expect(await needs.store.get(venues, venueId)).toMatchObject({ generation: 0, revoked: false });
  expect(row('bus-1-01').code.revoked).toBe(false);
  await close();
});
