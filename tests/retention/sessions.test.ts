import { sweep } from '@tongcheng/cloudfunctions/app/retention/sweep';
import { sessions } from '@tongcheng/cloudfunctions/app/sessions/session-record';
import { openSession } from '@tongcheng/cloudfunctions/app/sessions/sessions';
import { dayMs } from '@tongcheng/shared/time';
import { openSweeping } from './sweeping';

it('sessions that nobody can renew any more are removed, others stay', async () => {
  const { needs, store, close } = await openSweeping();
  for (let order = 0; order < 5; order += 1) await openSession(needs, 'rider', `old ${order}`);
  needs.clock.pass(30 * dayMs);
  const young = await openSession(needs, 'rider', 'young');
  await sweep(needs);
  expect(await store.count(sessions, {})).toBe(6);
  needs.clock.pass(32 * dayMs);
  await sweep(needs);
  const { items } = await store.find(sessions, { where: {}, limit: 10 });
  expect(items.map(({ _id }) => _id)).toEqual([young.sessionId]);
  await close();
});
