import type { KeyStore } from '@tongcheng/cloudfunctions/ports/key-store';

/** What every key store keeps to, over an empty one. `now` is what its clock says, `copiesUntil` what it shall answer at an erasure. */
export function keyStoreContract(
  open: () => Promise<KeyStore>,
  expected: { readonly now: number; readonly copiesUntil: number | 'unknown' },
): void {
  let keys: KeyStore;
  beforeAll(async () => {
    keys = await open();
  });
  const held = async (kind: 'day' | 'person' | 'case' | 'epoch') => {
    const ids: string[] = [];
    for await (const batch of keys.held(kind)) ids.push(...batch);
    return ids.sort();
  };

  it('of two that put at once one is first, and its key stays', async () => {
    const put = await Promise.all(['one', 'two'].map((wrapped) => keys.putIfAbsent('day', 'c.first', wrapped)));
    expect([...put].sort()).toEqual(['exists', 'put']);
    const wrapped = put[0] === 'put' ? 'one' : 'two';
    expect(await keys.get('day', 'c.first')).toEqual({ state: 'held', wrapped });
  });

  it('has no key that nobody put, and keeps the kinds apart', async () => {
    await keys.putIfAbsent('person', 'p_apart', 'of a person');
    expect(await keys.get('day', 'p_apart')).toBeUndefined();
    expect(await keys.get('person', 'p_nobody')).toBeUndefined();
  });

  it('gives the held keys of none, one and many ids', async () => {
    for (const id of ['c.many-1', 'c.many-2', 'c.many-3']) await keys.putIfAbsent('day', id, `key ${id}`);
    await keys.erase('day', ['c.many-2']);
    expect(await keys.getMany('day', [])).toEqual(new Map());
    expect(await keys.getMany('day', ['c.many-1'])).toEqual(new Map([['c.many-1', 'key c.many-1']]));
    expect(await keys.getMany('day', ['c.many-2'])).toEqual(new Map());
    const many = await keys.getMany('day', ['c.many-1', 'c.many-2', 'c.many-3', 'c.never']);
    expect([...many.keys()].sort()).toEqual(['c.many-1', 'c.many-3']);
    for (const id of ['p_1', 'p_2']) await keys.putIfAbsent('person', id, id);
    expect((await keys.getMany('person', ['p_1', 'p_2', 'p_3'])).size).toBe(2);
    expect((await keys.getMany('person', ['p_3'])).size).toBe(0);
  });

  it('X-03 an erased day stays closed, also where it never had a key; erasing again changes nothing', async () => {
    await keys.putIfAbsent('day', 'c.gone', 'gone soon');
    for (const id of ['c.gone', 'c.gone', 'c.never-had']) {
      const answer = { erasedAt: expected.now, copiesUntil: expected.copiesUntil };
      expect(await keys.erase('day', [id])).toEqual(answer);
      expect(await keys.get('day', id)).toEqual({ state: 'erased' });
      expect(await keys.putIfAbsent('day', id, 'anew')).toBe('exists');
    }
  });

  it('X-20 an erased key of a case stays closed, and no other kind knows its id', async () => {
    await keys.putIfAbsent('case', 'k.kept', 'kept');
    await keys.putIfAbsent('case', 'k.gone', 'gone soon');
    await keys.erase('case', ['k.gone']);
    expect(await keys.get('case', 'k.gone')).toEqual({ state: 'erased' });
    expect(await keys.putIfAbsent('case', 'k.gone', 'anew')).toBe('exists');
    expect(await held('case')).toEqual(['k.kept']);
    expect(await keys.get('day', 'k.kept')).toBeUndefined();
    expect(await keys.getMany('case', ['k.kept', 'k.gone'])).toEqual(new Map([['k.kept', 'kept']]));
  });

  it('X-03 a day is erased whole though somebody makes its key at the same time', async () => {
    await Promise.all([keys.putIfAbsent('day', 'c.race', 'late'), keys.erase('day', ['c.race'])]);
    expect(await keys.get('day', 'c.race')).toEqual({ state: 'erased' });
  });

  it('X-03 erases many in one call, also those that were erased before or never held', async () => {
    const ids = Array.from({ length: 63 }, (_, at) => `c.batch-${at}`);
    await Promise.all(ids.slice(0, 60).map((id) => keys.putIfAbsent('day', id, `key ${id}`)));
    await keys.erase('day', ids.slice(0, 2));
    expect(await keys.erase('day', ids)).toEqual({ erasedAt: expected.now, copiesUntil: expected.copiesUntil });
    for (const id of ['c.batch-0', 'c.batch-55', 'c.batch-62'])
      expect(await keys.get('day', id)).toEqual({ state: 'erased' });
    expect((await held('day')).filter((id) => id.startsWith('c.batch'))).toEqual([]);
  });

  it('X-03 nothing stays of an erased person', async () => {
    await keys.putIfAbsent('person', 'p_gone', 'gone soon');
    expect(await keys.erase('person', ['p_gone'])).toMatchObject({ copiesUntil: expected.copiesUntil });
    expect(await keys.get('person', 'p_gone')).toBeUndefined();
    await keys.erase('person', ['p_gone']);
  });

  it('lists held keys only', async () => {
    expect(await held('day')).toEqual(['c.first', 'c.many-1', 'c.many-3']);
    expect(await held('person')).toEqual(['p_1', 'p_2', 'p_apart']);
  });
}
