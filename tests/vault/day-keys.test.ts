import { hkdfSync, randomBytes } from 'node:crypto';
import { openText } from '@tongcheng/cloudfunctions/vault/cipher';
import { makeDayVault } from '@tongcheng/cloudfunctions/vault/day-vault';
import { makeVault } from '@tongcheng/cloudfunctions/vault/make-vault';
import { dayKeys, masterChecks, personKeys } from '@tongcheng/cloudfunctions/vault/records';
import { withKey } from '@tongcheng/cloudfunctions/vault/with-key';
import { addDays } from '@tongcheng/shared/time';
import { instanceOver, ownStore } from '../world/instance';
import { keysIn } from '../world/keys';
import { personFacts } from '../world/records';

jest.setTimeout(60_000);

const place = ownStore();
afterAll(place.close);
const { store } = place;
const city = '420100';

/** Two instances over one store, each with its own clock. */
const twoInstances = async (seed: string) =>
  Promise.all([instanceOver(store, undefined, `${seed} one`), instanceOver(store, undefined, `${seed} other`)]);

describe('an opened key of a day', () => {
  it('X-03 is let go at five seconds, so that one destroyed by another instance opens nothing from then on', async () => {
    const [one, other] = await twoInstances('five seconds');
    const day = '2026-11-01';
    await one.vault.day(city, day);
    await other.vault.destroyDay(city, day);
    one.clock.pass(4_999);
    expect(await one.vault.day(city, day)).toBeDefined();
    one.clock.pass(1);
    expect(await one.vault.day(city, day)).toBeUndefined();
  });

  it('X-03 is let go when the clock is set back: no wrong clock holds it for longer', async () => {
    const [one, other] = await twoInstances('set back');
    const day = '2026-11-02';
    await one.vault.day(city, day);
    await other.vault.destroyDay(city, day);
    one.clock.pass(-3_600_000);
    expect(await one.vault.day(city, day)).toBeUndefined();
  });

  it('X-03 is gone at once where it is destroyed', async () => {
    const { vault } = await instanceOver(store, undefined, 'at once');
    await vault.day(city, '2026-11-03');
    await vault.destroyDay(city, '2026-11-03');
    expect(await vault.day(city, '2026-11-03')).toBeUndefined();
  });

  it('is one of 64: the one not asked for longest is let go first', async () => {
    const [one, other] = await twoInstances('many');
    const days = Array.from({ length: 65 }, (_, order) => addDays('2026-08-01', order));
    for (const day of days) await one.vault.day(city, day);
    await other.vault.destroyDay(city, '2026-08-01');
    await other.vault.destroyDay(city, '2026-08-02');
    expect(await one.vault.day(city, '2026-08-02')).toBeDefined();
    expect(await one.vault.day(city, '2026-08-01')).toBeUndefined();
  });

  it('that could not be opened is asked for again', async () => {
    const { vault } = await instanceOver(store, undefined, 'failed');
    const id = `${city}.2026-11-04`;
    await store.insert(dayKeys, { _id: id, wrapped: 'no key' });
    await expect(vault.day(city, '2026-11-04')).rejects.toThrow();
    await store.delete(dayKeys, id);
    expect(await vault.day(city, '2026-11-04')).toBeDefined();
  });
});

describe('a wrapped key that was moved', () => {
  it('to another day opens nothing there', async () => {
    const [one, other] = await twoInstances('moved day');
    await one.vault.day(city, '2026-11-05');
    const wrapped = (await store.get(dayKeys, `${city}.2026-11-05`))?.wrapped ?? '';
    await store.insert(dayKeys, { _id: `${city}.2026-11-06`, wrapped });
    await store.insert(dayKeys, { _id: `coach.${city}.2026-11-05`, wrapped });
    await expect(other.vault.day(city, '2026-11-06')).rejects.toThrow();
    await expect(other.vault.day(city, '2026-11-05', 'coach')).rejects.toThrow();
    expect(await other.vault.day(city, '2026-11-05')).toBeDefined();
  });

  it('to another person seals and opens nothing there', async () => {
    const { vault } = await instanceOver(store, undefined, 'moved person');
    const enrolled = async (documentNumber: string) => (await vault.enrol(personFacts(documentNumber))).personId;
    const [one, other] = [await enrolled('E77000001'), await enrolled('E77000002')];
    const [mine, theirs] = [await store.get(personKeys, one), await store.get(personKeys, other)];
    await store.update(personKeys, { _id: one, wrapped: theirs?.wrapped ?? '' }, mine?._v ?? 0);
    await expect(vault.sealFor(one, 'CARD', '3104800000001234567')).rejects.toThrow();
    expect(await vault.sealFor(other, 'CARD', '3104800000001234567')).toBeDefined();
  });
});

test('a master check that opens to something else stops the start like one that does not open', async () => {
  const fresh = ownStore();
  const { keys } = await instanceOver(fresh.store);
  const held = await fresh.store.get(masterChecks, 'master');
  const wrapped = await keys.wrap(new Uint8Array(32).fill(1), 'master-check');
  await fresh.store.update(masterChecks, { _id: 'master', wrapped }, held?._v ?? 0);
  await expect(instanceOver(fresh.store)).rejects.toThrow(/not the one of this data/);
  await fresh.close();
});

describe('keys in memory', () => {
  /** A vault of a new instance whose keys, as chance makes them, go into `made`. */
  const recording = async (made: Uint8Array[]) => {
    const here = await instanceOver(store, undefined, `recording ${made.length}`);
    const bytes = (size: number) => {
      const drawn = new Uint8Array(randomBytes(size));
      if (size === 32) made.push(drawn);
      return drawn;
    };
    return makeVault({ ...here, keyStore: keysIn(store, here.clock), chance: { bytes } });
  };

  it('are wiped once they are used, those of instances that came second too', async () => {
    const made: Uint8Array[] = [];
    const vaults = await Promise.all(Array.from({ length: 8 }, () => recording(made)));
    const someone = personFacts('E78000001');
    await Promise.all(vaults.map((vault) => vault.day(city, '2026-11-07')));
    const ofDay = made.length;
    await Promise.all(vaults.map((vault) => vault.enrol(someone)));
    expect([ofDay > 1, made.length - ofDay > 1]).toEqual([true, true]);
    expect(made.filter((key) => key.some((byte) => byte !== 0))).toEqual([]);
  });

  it('are wiped though what they are used for fails', () => {
    const key = new Uint8Array(32).fill(7);
    const failing = () => {
      throw new Error('no');
    };
    expect(() => withKey(key, failing)).toThrow('no');
    expect(key).toEqual(new Uint8Array(32));
  });
});

test('pseudonym and seal of a day are under two keys derived from it, in the form that every release wrote', () => {
  const day = makeDayVault(new Uint8Array(32).fill(7), (size) => new Uint8Array(size).fill(1));
  expect(day.pseudonym('p_SOMEBODY')).toBe('VMDT7TQCYKM1PGASM071JKXC74');
  const sealed = day.seal('SCAN', { subjectId: 'p_SOMEBODY', maskedName: '演**' });
  expect(sealed).toBe('AAQEBAQEBAQEBAQEBRMuBBWvGg0qT9wSFahbLvUSCb8ttJNVGJYk69Gm46hxqp1sMlTs');
  const sealKey = new Uint8Array(hkdfSync('sha256', new Uint8Array(32).fill(7), new Uint8Array(0), 'seal', 32));
  expect(openText(sealKey, 'SCAN', sealed)).toBe('["p_SOMEBODY","演**"]');
});
