import { keyFileService } from '@tongcheng/cloudfunctions/adapters/key-file/key-file';
import type { DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';
import { makeVault } from '@tongcheng/cloudfunctions/vault/make-vault';
import type { VaultNeeds } from '@tongcheng/cloudfunctions/vault/needs';
import { people, personIndex, personKeys } from '@tongcheng/cloudfunctions/vault/records';
import * as fc from 'fast-check';
import { seededChance } from '../world/chance';
import { standingClock } from '../world/clock';
import { instanceOver, ownStore } from '../world/instance';
import { keysIn } from '../world/keys';
import { personFacts } from '../world/records';

jest.setTimeout(30_000);

const place = ownStore();
afterAll(place.close);
const { store } = place;

describe('a wrong master key', () => {
  it('stops the start in both languages, and writes nothing', async () => {
    await instanceOver(store);
    const wrong = keyFileService(new Uint8Array(32).map((_, at) => at * 7));
    const clock = standingClock();
    const needs = { store, keys: wrong, keyStore: keysIn(store, clock), chance: seededChance('wrong'), clock };
    await expect(makeVault(needs)).rejects.toThrow(/主密钥与已有数据不符.*not the one of this data/);
    expect(await instanceOver(store)).toBeDefined();
  });

  it('two first starts at once agree', async () => {
    const fresh = ownStore();
    const both = ['a', 'b'].map((seed) => instanceOver(fresh.store, undefined, seed));
    const [one, other] = await Promise.all(both);
    const enrolled = await one?.vault.enrol(personFacts('E33000001'));
    expect(enrolled).toMatchObject({ created: true });
    expect(await other?.vault.enrol(personFacts('E33000001'))).toEqual({ ...enrolled, created: false });
    await fresh.close();
  });
});

describe('one person', () => {
  it('a renewed permit of Hong Kong or Macao is of the same holder; the newest number is kept', async () => {
    const { vault } = await instanceOver(store, undefined, 'permits');
    const permit = (number: string) => personFacts(number, { documentKind: 'hk-macao-travel-permit' });
    const first = await vault.enrol(permit('H1234567801'));
    expect(await vault.enrol(permit('H1234567802'))).toEqual({ personId: first.personId, created: false });
    expect(await vault.findByDocument('hk-macao-travel-permit', 'H12345678')).toBe(first.personId);
    expect((await vault.enrol(permit('H1234567901'))).personId).not.toBe(first.personId);
    const revealed = await vault.reveal([first.personId], 'own-data');
    expect(revealed.get(first.personId)?.documentNumber).toBe('H1234567802');
  });

  it('enrolled while being erased: either no person is left, or a complete one; nothing of the old one opens', async () => {
    for (let turn = 0; turn < 25; turn += 1) {
      const { vault } = await instanceOver(store, undefined, `race ${turn}`);
      const who = personFacts(`E4400${String(turn).padStart(4, '0')}`);
      const { personId } = await vault.enrol(who);
      const sealed = await vault.sealFor(personId, 'CARD', '3104800000001234567');
      const [again] = await Promise.all([vault.enrol(who), vault.forget(personId), vault.enrol(who)]);
      const found = await vault.findByDocument('passport', who.documentNumber);
      const kept = await vault.reveal([personId, again.personId, found ?? ''], 'own-data');
      expect(kept.has(personId)).toBe(false);
      expect(found === undefined || kept.has(found)).toBe(true);
      expect(await store.get(personKeys, personId)).toBeUndefined();
      await expect(vault.openFor(found ?? personId, 'CARD', sealed)).rejects.toThrow();
    }
  });

  it('X-03 an erasure that was interrupted after the key is completed by the next enrolment, as a new person', async () => {
    const { vault } = await instanceOver(store, undefined, 'half');
    const who = personFacts('E55000001');
    const { personId } = await vault.enrol(who);
    await store.delete(personKeys, personId);
    expect(await vault.masked(personId)).toBeUndefined();
    const anew = await vault.enrol(who);
    expect(anew.personId).not.toBe(personId);
    expect(await store.get(people, personId)).toBeUndefined();
    expect((await vault.reveal([anew.personId], 'own-data')).get(anew.personId)).toEqual(who);
  });

  it('whose document is of a new person already: erasing the old one leaves the new one to be found', async () => {
    const { vault } = await instanceOver(store, undefined, 'index of another');
    const who = personFacts('E55000003');
    const { personId } = await vault.enrol(who);
    const old = await store.get(people, personId);
    await store.delete(personIndex, old?.indexId ?? '');
    const anew = await vault.enrol(who);
    expect(anew.personId).not.toBe(personId);
    await vault.forget(personId);
    expect(await vault.findByDocument('passport', who.documentNumber)).toBe(anew.personId);
    expect(await vault.masked(anew.personId)).toBeDefined();
  });

  it('an enrolment that was interrupted after the index is completed by the next one', async () => {
    const { vault } = await instanceOver(store, undefined, 'begun');
    const who = personFacts('E55000002');
    const { personId } = await vault.enrol(who);
    const { items } = await store.find(personIndex, { where: {}, limit: 1_000 });
    expect(items.some((index) => index.personId === personId)).toBe(true);
    await store.delete(people, personId);
    await store.delete(personKeys, personId);
    expect(await vault.enrol(who)).toEqual({ personId, created: false });
    expect(await vault.masked(personId)).toBeDefined();
  });
});

describe('enrolment and erasure, step by step', () => {
  const prepared = async (seed: string, number: string) => {
    const here = await instanceOver(store, undefined, seed);
    return { here, who: personFacts(number), personId: (await here.vault.enrol(personFacts(number))).personId };
  };
  const vaultOver = (over: DocumentStore, { keys, clock }: Pick<VaultNeeds, 'keys' | 'clock'>, seed: string) =>
    makeVault({ store: over, keys, keyStore: keysIn(over, clock), clock, chance: seededChance(seed) });

  it('erased just before the facts are written: enrolled as a new and complete person', async () => {
    const { here, who, personId } = await prepared('before facts', 'E66000001');
    const forgetting: DocumentStore = {
      ...store,
      insert: async (into, document) => {
        if (into.name === people.name && document._id === personId) await here.vault.forget(personId);
        return store.insert(into, document);
      },
    };
    const again = await (await vaultOver(forgetting, here, 'x')).enrol(who);
    expect(again.personId).not.toBe(personId);
    expect((await here.vault.reveal([again.personId], 'own-data')).get(again.personId)).toEqual(who);
    expect(await store.get(people, personId)).toBeUndefined();
    expect(await store.get(personKeys, personId)).toBeUndefined();
  });

  it('a key made anew in the middle of an erasure does not stay', async () => {
    const { here, who, personId } = await prepared('middle', 'E66000002');
    const enrolling: DocumentStore = {
      ...store,
      get: async (from, id) => {
        const found = await store.get(from, id);
        if (from.name === people.name) await store.insert(personKeys, { _id: personId, wrapped: 'made anew' });
        return found;
      },
    };
    await (await vaultOver(enrolling, here, 'y')).forget(personId);
    expect(await store.get(personKeys, personId)).toBeUndefined();
    expect((await here.vault.enrol(who)).personId).not.toBe(personId);
  });
});

describe('a destroyed day', () => {
  it('X-03 is closed in every instance within five seconds', async () => {
    const clock = standingClock();
    const [one, other] = [await instanceOver(store, clock, 'one'), await instanceOver(store, clock, 'other')];
    expect(await one.vault.day('420100', '2026-11-02')).toBeDefined();
    expect(await other.vault.day('420100', '2026-11-02')).toBeDefined();
    await one.vault.destroyDay('420100', '2026-11-02');
    expect(await one.vault.day('420100', '2026-11-02')).toBeUndefined();
    clock.pass(5_000);
    expect(await other.vault.day('420100', '2026-11-02')).toBeUndefined();
  });
});

describe('everything sealed', () => {
  it('has one spelling: any character changed, added or taken away, it does not open', async () => {
    const { vault } = await instanceOver(store, undefined, 'spelling');
    const day = await vault.day('420100', '2026-11-20');
    if (!day) throw new Error('the day is open');
    const sealed = day.seal('SCAN', { subjectId: 'p_SOMEBODY', maskedName: '演**' });
    const characters = fc.constantFrom(...'ABCxyz019-_=+/. \n\u00e9');
    fc.assert(
      fc.property(fc.nat(sealed.length), characters, fc.constantFrom(0, 1), (at, character, taken) => {
        const changed = sealed.slice(0, at) + character + sealed.slice(at + taken);
        if (changed === sealed) return;
        expect(() => day.open('SCAN', changed)).toThrow();
      }),
      { numRuns: 3_000 },
    );
    for (let length = 0; length < sealed.length; length += 1)
      expect(() => day.open('SCAN', sealed.slice(0, length))).toThrow();
  });
});
