import { instanceOver, ownStore } from '../world/instance';
import { personFacts } from '../world/records';

jest.setTimeout(60_000);

const place = ownStore();
afterAll(place.close);

const factsOf = (order: number) =>
  personFacts(`42010619900307${String(order).padStart(4, '0')}`, {
    name: '演示·阿依古丽',
    documentKind: 'resident-id',
  });

describe('persons', () => {
  it('one document enrolled ten times at once by three instances is one person', async () => {
    const instances = await Promise.all(['a', 'b', 'c'].map((seed) => instanceOver(place.store, undefined, seed)));
    const ten = Array.from({ length: 10 }, (_, turn) => instances[turn % 3]?.vault.enrol(factsOf(1)));
    const answers = await Promise.all(ten);
    expect(new Set(answers.map((answer) => answer?.personId)).size).toBe(1);
    expect(answers.filter((answer) => answer?.created)).toHaveLength(1);
    const [first] = answers;
    for (const { vault } of instances)
      expect((await vault.reveal([first?.personId ?? ''], 'own-data')).get(first?.personId ?? '')).toEqual(factsOf(1));
  });

  it('the same number of another kind is another person, and facts are those of the last time', async () => {
    const { vault } = await instanceOver(place.store, undefined, 'kinds');
    const one = await vault.enrol(factsOf(2));
    const other = await vault.enrol({ ...factsOf(2), documentKind: 'other' });
    expect(other.personId).not.toBe(one.personId);
    const again = await vault.enrol({ ...factsOf(2), phone: '13911111111' });
    expect(again).toEqual({ personId: one.personId, created: false });
    expect(await vault.masked(one.personId)).toEqual({
      maskedName: '演**',
      documentKind: 'resident-id',
      maskedDocument: `4${'*'.repeat(15)}02`,
      maskedPhone: '139****1111',
    });
    expect(await vault.findByDocument('resident-id', factsOf(2).documentNumber)).toBe(one.personId);
    expect(await vault.findByDocument('passport', factsOf(2).documentNumber)).toBeUndefined();
  });

  it('many are revealed at once; those who are not there are absent', async () => {
    const { vault } = await instanceOver(place.store, undefined, 'many');
    const ids: string[] = [];
    for (let order = 100; order < 350; order += 1) ids.push((await vault.enrol(factsOf(order))).personId);
    const revealed = await vault.reveal([...ids, 'NOBODY', ...ids.slice(0, 3)], 'daily-report');
    expect(revealed.size).toBe(250);
    for (const [place, id] of ids.entries()) expect(revealed.get(id)).toEqual(factsOf(100 + place));
  });

  it('an erased person cannot be opened, and the same document is a new person', async () => {
    const { vault } = await instanceOver(place.store, undefined, 'forget');
    const { personId } = await vault.enrol(factsOf(3));
    const sealed = await vault.sealFor(personId, 'CARD', '3104800000001234567');
    await vault.forget(personId);
    await vault.forget(personId);
    expect(await vault.masked(personId)).toBeUndefined();
    expect(await vault.findByDocument('resident-id', factsOf(3).documentNumber)).toBeUndefined();
    await expect(vault.openFor(personId, 'CARD', sealed)).rejects.toThrow(/forgotten/);
    await expect(vault.sealFor(personId, 'CARD', 'x')).rejects.toThrow(/forgotten/);
    const anew = await vault.enrol(factsOf(3));
    expect(anew.created).toBe(true);
    expect(anew.personId).not.toBe(personId);
    await expect(vault.openFor(anew.personId, 'CARD', sealed)).rejects.toThrow();
  });

  it('what was sealed for a person opens in its own record only, unchanged only', async () => {
    const { vault } = await instanceOver(place.store, undefined, 'bound');
    const { personId } = await vault.enrol(factsOf(4));
    const sealed = await vault.sealFor(personId, 'CARD1', '演示卡');
    expect(await vault.openFor(personId, 'CARD1', sealed)).toBe('演示卡');
    await expect(vault.openFor(personId, 'CARD2', sealed)).rejects.toThrow();
    expect(await vault.sealFor(personId, 'CARD1', '演示卡')).not.toBe(sealed);
    for (let at = 0; at < sealed.length - 1; at += 1) {
      const changed = sealed.slice(0, at) + (sealed.charAt(at) === 'B' ? 'C' : 'B') + sealed.slice(at + 1);
      await expect(vault.openFor(personId, 'CARD1', changed)).rejects.toThrow();
    }
    for (const cut of ['', 'A', sealed.slice(0, 20), sealed.slice(0, -2)])
      await expect(vault.openFor(personId, 'CARD1', cut)).rejects.toThrow();
  });

  it('blind indexes differ by purpose and value, and by installation', async () => {
    const { vault } = await instanceOver(place.store, undefined, 'blind');
    const index = await vault.blindIndex('card', '123');
    expect(index).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(await vault.blindIndex('card', '123')).toBe(index);
    expect(await vault.blindIndex('card1', '23')).not.toBe(index);
    expect(await vault.blindIndex('account', '123')).not.toBe(index);
  });
});

describe('days', () => {
  const day = async (seed: string, city = '420100', date = '2026-11-20') => {
    const { vault } = await instanceOver(place.store, undefined, `${seed} ${city} ${date}`);
    const opened = await vault.day(city, date);
    if (!opened) throw new Error('the day was destroyed');
    return opened;
  };

  it('X-03 ten instances that are first at once agree on the key of the day', async () => {
    const days = await Promise.all(Array.from({ length: 10 }, (_, turn) => day(`instance ${turn}`)));
    const pseudonyms = new Set(days.map((each) => each.pseudonym('p_SOMEBODY')));
    expect(pseudonyms.size).toBe(1);
    const sealed = days[0]?.seal('SCAN', { subjectId: 'p_SOMEBODY', maskedName: '演**' }) ?? '';
    for (const each of days) expect(each.open('SCAN', sealed)).toEqual({ subjectId: 'p_SOMEBODY', maskedName: '演**' });
  });

  it('X-03 pseudonyms of one person differ by day and by city; within a day they differ by person only', async () => {
    const days = [await day('x'), await day('x', '420100', '2026-11-19'), await day('x', '210100')];
    expect(new Set(days.map((each) => each.pseudonym('p_SOMEBODY'))).size).toBe(3);
    const ids = Array.from({ length: 1_000 }, (_, order) => days[0]?.pseudonym(`p_${order}`));
    expect(new Set(ids).size).toBe(1_000);
  });

  it('a seal opens in its own scan only, and never under another day', async () => {
    const [one, other] = [await day('y'), await day('y', '420100', '2026-11-18')];
    const sealed = one.seal('SCAN', { subjectId: 'a_ACCOUNT' });
    expect(one.open('SCAN', sealed)).toEqual({ subjectId: 'a_ACCOUNT' });
    expect(() => one.open('OTHER', sealed)).toThrow();
    expect(() => other.open('SCAN', sealed)).toThrow();
    expect(() => one.open('SCAN', `${sealed.slice(0, -3)}AAA`)).toThrow();
  });
});
