import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '@tongcheng/cloudfunctions/adapters/sqlite/open-sqlite-store';
import { dayKeys, personKeys } from '@tongcheng/cloudfunctions/vault/records';
import { minuteMs } from '@tongcheng/shared/time';
import { instanceOver, ownStore } from '../world/instance';
import { personFacts } from '../world/records';

jest.setTimeout(60_000);

const city = '420100';
const kept = '2026-11-20';
const gone = '2026-10-21';

/** All bytes of all files under a folder. */
const bytesIn = (folder: string): Buffer =>
  Buffer.concat(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name))),
  );

describe('X-03 erasure by destroying keys', () => {
  const place = ownStore();
  afterAll(place.close);

  it('X-03 after a day is destroyed nothing of it opens, in any instance, and its key is never made anew', async () => {
    const [one, other] = [
      await instanceOver(place.store, undefined, 'a'),
      await instanceOver(place.store, undefined, 'b'),
    ];
    const sealed = (await one.vault.day(city, gone))?.seal('SCAN', { subjectId: 'p_X' }) ?? '';
    expect((await other.vault.day(city, gone))?.open('SCAN', sealed)).toEqual({ subjectId: 'p_X' });
    const ofKept = (await one.vault.day(city, kept))?.seal('SCAN', { subjectId: 'p_X' }) ?? '';
    await Promise.all([one.vault.destroyDay(city, gone), other.vault.destroyDay(city, gone)]);
    other.clock.pass(minuteMs);
    for (const { vault } of [one, other, await instanceOver(place.store, undefined, 'c')]) {
      expect(await vault.day(city, gone)).toBeUndefined();
      expect((await vault.day(city, kept))?.open('SCAN', ofKept)).toEqual({ subjectId: 'p_X' });
    }
    expect(await place.store.get(dayKeys, `${city}.${gone}`)).toMatchObject({ wrapped: null });
  });

  it('X-03 when a key is destroyed no live file holds it any more: neither the database nor its write-ahead log', async () => {
    const { vault } = await instanceOver(place.store, undefined, 'traces');
    const day = '2026-11-02';
    await vault.day(city, day);
    const facts = personFacts('E12345678', { phone: '+99912345678' });
    const { personId } = await vault.enrol(facts);
    const wrapped = [
      (await place.store.get(dayKeys, `${city}.${day}`))?.wrapped ?? '',
      (await place.store.get(personKeys, personId))?.wrapped ?? '',
    ];
    for (const text of wrapped) expect(text.length).toBeGreaterThan(60);
    for (const text of wrapped) expect(bytesIn(place.folder).includes(text)).toBe(true);
    await vault.destroyDay(city, day);
    await vault.forget(personId);
    for (const text of wrapped) expect(bytesIn(place.folder).includes(text)).toBe(false);
  });

  it('X-03 a day without a scan is closed too, so that a late one cannot open it', async () => {
    const { vault } = await instanceOver(place.store, undefined, 'late');
    await vault.destroyDay(city, '2026-10-01');
    expect(await vault.day(city, '2026-10-01')).toBeUndefined();
  });

  it('X-03 a first use and a destruction at once leave the day closed for whoever asks later', async () => {
    for (let turn = 1; turn <= 9; turn += 1) {
      const day = `2026-09-0${turn}`;
      const { vault } = await instanceOver(place.store, undefined, `race ${turn}`);
      await Promise.all([vault.day(city, day), vault.destroyDay(city, day), vault.day(city, day)]);
      const later = await instanceOver(place.store, undefined, `after ${turn}`);
      expect(await later.vault.day(city, day)).toBeUndefined();
    }
  });
});

describe('X-03 traces of destroyed keys', () => {
  it('X-03 neither the files of the store nor a copy made afterwards hold the wrapped key of a day or of a person', async () => {
    const place = ownStore();
    const { vault } = await instanceOver(place.store, undefined, 'traces');
    await vault.day(city, gone);
    const { personId } = await vault.enrol(personFacts('E12345678'));
    const day = await place.store.get(dayKeys, `${city}.${gone}`);
    const person = await place.store.get(personKeys, personId);
    const secrets = [day?.wrapped ?? '', person?.wrapped ?? ''];
    for (const secret of secrets) expect(secret.length).toBeGreaterThan(60);
    for (const secret of secrets) expect(bytesIn(place.folder).includes(secret)).toBe(true);
    await vault.destroyDay(city, gone);
    await vault.forget(personId);
    await place.store.close();
    const left = bytesIn(place.folder);
    rmSync(place.folder, { recursive: true });
    for (const secret of secrets) expect(left.includes(secret)).toBe(false);
  });

  it('X-03 a copy made afterwards stays closed', async () => {
    const place = ownStore();
    const { vault } = await instanceOver(place.store, undefined, 'copied');
    await vault.day(city, gone);
    await vault.destroyDay(city, gone);
    await place.store.close();
    const copy = mkdtempSync(join(tmpdir(), 'tongcheng-copy-'));
    cpSync(place.folder, copy, { recursive: true });
    const restored = openSqliteStore({ folder: copy });
    expect(await (await instanceOver(restored, undefined, 'restored')).vault.day(city, gone)).toBeUndefined();
    await restored.close();
    for (const folder of [copy, place.folder]) rmSync(folder, { recursive: true });
  });
});
