import { accessLog } from '@tongcheng/cloudfunctions/app/audit/access-entry';
import { checkAccessLog, recordAccess } from '@tongcheng/cloudfunctions/app/audit/record-access';
import { type Installation, openInstallation } from '../world/installation';

let here: Installation;
beforeEach(async () => {
  here = await openInstallation();
});
afterEach(() => here.close());

const access = (what: string) =>
  ({ purpose: 'daily-report', who: 'timer', city: '420100', what, counts: { scans: 3 } }) as const;

test('X-04 entries recorded at once by many are one chain without a gap', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, number) => recordAccess(here.needs, access(`r${number}`))));
  expect(await checkAccessLog(here.store)).toMatchObject({ whole: true, entries: 20 });
});

test.each(['changed', 'removed', 'moved'] as const)('X-04 an entry %s is found, and named', async (how) => {
  for (let number = 0; number < 6; number += 1) await recordAccess(here.needs, access(`r${number}`));
  const entry = await here.store.get(accessLog, '000000000003');
  if (!entry) throw new Error('no entry');
  const { _v, ...kept } = entry;
  if (how === 'changed')
    await here.store.update(accessLog, { ...kept, access: { ...kept.access, who: 'somebody' } }, _v);
  if (how === 'removed') await here.store.delete(accessLog, kept._id);
  if (how === 'moved') await here.store.update(accessLog, { ...kept, before: kept.hash }, _v);
  const expected = how === 'removed' ? '000000000004' : '000000000003';
  expect(await checkAccessLog(here.store)).toEqual({ whole: false, firstBad: expected });
});
