import { sessionRecord } from '../../miniprogram/src/client/session-record';
import { aPhone, bad, good, memoryStorage, serverStart, sessionOf } from './a-phone';

const cards = { cards: [] };

test('many calls at once cause one silent sign-in, and none of them fails', async () => {
  const phone = aPhone(({ name }) =>
    name === 'identity.sign-in' ? good(sessionOf('1', serverStart), serverStart) : good(cards, serverStart),
  );
  const answers = await Promise.all(Array.from({ length: 8 }, () => phone.rider.call('cards.list-cards', {})));
  expect(answers.every((answer) => answer.ok)).toBe(true);
  expect(phone.asked.filter((name) => name === 'identity.sign-in')).toHaveLength(1);
});

test('a session past its end is renewed once, by its refresh token, and kept for the next start', async () => {
  let now = serverStart;
  const storage = memoryStorage();
  const service = ({ name, body }: { name: string; body: unknown }) => {
    if (name === 'identity.sign-in') return good(sessionOf('1', now), now);
    if (name === 'identity.refresh') return good(sessionOf(`after ${JSON.stringify(body)}`, now), now);
    return good(cards, now);
  };
  await aPhone(service, { storage, phoneNow: () => now }).rider.call('cards.list-cards', {});
  now += 3_600_000;
  const later = aPhone(service, { storage, phoneNow: () => now });
  await Promise.all([later.rider.call('cards.list-cards', {}), later.rider.call('cards.list-cards', {})]);
  expect(later.asked.filter((name) => name.startsWith('identity.'))).toEqual(['identity.refresh']);
  const state = later.records.read(sessionRecord);
  expect(state.is === 'held' && state.session.accessToken).toBe('access-after {"refreshToken":"refresh-1"}');
});

test('session-stale is mended by itself: one renewal, the call again, the answer', async () => {
  const phone = aPhone(({ name, token }) => {
    if (name === 'identity.sign-in') return good(sessionOf('old', serverStart), serverStart);
    if (name === 'identity.refresh') return good(sessionOf('new', serverStart), serverStart);
    return token === 'access-new' ? good(cards, serverStart) : bad('session-stale', 'later', serverStart);
  });
  expect((await phone.rider.call('cards.list-cards', {})).ok).toBe(true);
  expect(phone.asked).toEqual(['identity.sign-in', 'cards.list-cards', 'identity.refresh', 'cards.list-cards']);
});

test('a refresh token that was used by another tab leads to a silent sign-in, not to the rider', async () => {
  let now = serverStart;
  const phone = aPhone(
    ({ name }) => {
      if (name === 'identity.sign-in') return good(sessionOf('1', now), now);
      return name === 'identity.refresh' ? bad('session-ended', 'after-change', now) : good(cards, now);
    },
    { phoneNow: () => now },
  );
  await phone.rider.call('cards.list-cards', {});
  now += 3_600_000;
  expect((await phone.rider.call('cards.list-cards', {})).ok).toBe(true);
  expect(phone.asked.filter((name) => name === 'identity.sign-in')).toHaveLength(2);
});

test('a phone whose clock is a day ahead does not take its session for ended', async () => {
  const phone = aPhone(
    ({ name }) =>
      name === 'identity.sign-in' ? good(sessionOf('1', serverStart), serverStart) : good(cards, serverStart),
    { phoneNow: () => serverStart + 86_400_000 },
  );
  await phone.rider.call('cards.list-cards', {});
  await phone.rider.call('cards.list-cards', {});
  expect(phone.asked).toEqual(['identity.sign-in', 'cards.list-cards', 'cards.list-cards']);
});

test('without network the failure says so and asks to try later; the session stays', async () => {
  let cut = false;
  const phone = aPhone(({ name }) => {
    if (cut) return undefined;
    return name === 'identity.sign-in' ? good(sessionOf('1', serverStart), serverStart) : good(cards, serverStart);
  });
  await phone.rider.ensure();
  cut = true;
  const answer = await phone.rider.call('cards.list-cards', {});
  expect(answer.ok ? undefined : [answer.failure.code, answer.failure.retry]).toEqual(['no-network', 'later']);
  expect(phone.records.read(sessionRecord).is).toBe('held');
});

test('after signing out nobody is signed in silently until they ask for it', async () => {
  const phone = aPhone(({ name }) =>
    name === 'identity.sign-in' ? good(sessionOf('1', serverStart), serverStart) : good({}, serverStart),
  );
  await phone.rider.signOut(false);
  const answer = await phone.rider.call('cards.list-cards', {});
  expect(answer.ok ? undefined : answer.failure.code).toBe('not-signed-in');
  expect((await phone.rider.signInAgain()).ok).toBe(true);
});

test('an answer that is a session is kept, so that the screens see the new eligibility', async () => {
  const phone = aPhone(({ name }) =>
    good(sessionOf(name === 'identity.sign-in' ? 'first' : 'consented', serverStart), serverStart),
  );
  await phone.rider.call('identity.consent', { version: 'v1', sensitive: true });
  const state = phone.records.read(sessionRecord);
  expect(state.is === 'held' && state.session.accessToken).toBe('access-consented');
});
