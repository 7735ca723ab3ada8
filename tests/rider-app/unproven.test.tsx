import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import type { AccountView } from '@tongcheng/shared/identity/wire';
import type { ReactElement } from 'react';
import { PhoneProvider } from '../../miniprogram/src/client/phone';
import { CardStep } from '../../miniprogram/src/features/cards/card-step';
import { CardsScreen } from '../../miniprogram/src/features/cards/cards-screen';
import { FamilyScreen } from '../../miniprogram/src/features/identity/family/family-screen';
import { MineScreen } from '../../miniprogram/src/features/rights/mine-screen';
import { account, aPhone, bad, good, serverStart, sessionOf } from './a-phone';

afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

const none = () => undefined;
const empty: Readonly<Record<string, unknown>> = {
  'cards.list-cards': { cards: [] },
  'identity.list-family': { members: [], most: 5 },
  'identity.list-own-devices': { devices: [] },
};

/** A screen on the phone of an account with these marks; gives what it asks the service. */
async function shown(marks: Partial<AccountView>, drawn: ReactElement): Promise<readonly string[]> {
  const session = { ...sessionOf('one', serverStart), account: { ...account(true), ...marks } };
  const { asked, ...phone } = aPhone(({ name }) => {
    if (name === 'identity.refresh' || name === 'identity.sign-in') return good(session, serverStart);
    const known = empty[name];
    return known === undefined ? bad('fault', 'later', serverStart) : good(known, serverStart);
  });
  await phone.rider.ensure();
  const city = { ensure: async () => undefined, refresh: async () => undefined, choose: none };
  render(
    <PhoneProvider value={{ ...phone, city, randomBytes: async (size) => new Uint8Array(size) }}>
      {drawn}
    </PhoneProvider>,
  );
  await waitFor(() => expect(document.querySelector('.skeleton-line, .panel, .empty, .notice, button')).not.toBeNull());
  return asked;
}

const screens = {
  cards: { drawn: <CardsScreen onProof={none} />, act: '绑定交通卡' },
  family: { drawn: <FamilyScreen onRead={none} onRides={none} onCards={none} onProof={none} />, act: '添加家人' },
  corrections: { drawn: <MineScreen onEnded={none} />, act: '更正姓名或电话' },
  export: { drawn: <MineScreen onEnded={none} />, act: '导出表格（Excel）' },
} as const;

for (const [name, { drawn, act }] of Object.entries(screens)) {
  test(`X-22 ${name}: what an account may not do before it is proved is not offered; the way to prove it is`, async () => {
    for (const unproven of ['claim', 'denied', 'guardian'] as const) {
      await shown({ unproven }, drawn);
      await screen.findByText(/证明这个账户是您本人的之后/);
      expect([unproven, screen.queryByRole('button', { name: act })]).toEqual([unproven, null]);
      cleanup();
    }
    for (const marks of [{}, { unproven: 'past' }] as const) {
      await shown(marks, drawn);
      await screen.findByRole('button', { name: act });
      expect(screen.queryByText(/证明这个账户是您本人的之后/)).toBeNull();
      cleanup();
    }
  });
}

test('X-22 a desk that confirms the account is followed by the page that is open, by itself', async () => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
  let proved = false;
  const sessionAs = (marks: Partial<AccountView>) => ({
    ...sessionOf('one', serverStart),
    account: { ...account(true), ...marks },
  });
  const { asked, ...phone } = aPhone(({ name }) => {
    if (name === 'identity.sign-in') return good(sessionAs({ unproven: 'claim' }), serverStart);
    if (name === 'identity.refresh') return good(sessionAs({}), serverStart);
    if (name !== 'identity.list-own-accounts' || !proved) return bad('fault', 'later', serverStart);
    proved = false;
    return bad('session-stale', 'after-change', serverStart);
  });
  await phone.rider.ensure();
  const city = { ensure: async () => undefined, refresh: async () => undefined, choose: none };
  render(
    <PhoneProvider value={{ ...phone, city, randomBytes: async (size) => new Uint8Array(size) }}>
      <MineScreen onEnded={none} />
    </PhoneProvider>,
  );
  await act(() => jest.advanceTimersByTimeAsync(25_000));
  expect(screen.queryByRole('button', { name: '更正姓名或电话' })).toBeNull();
  proved = true;
  await act(() => jest.advanceTimersByTimeAsync(11_000));
  expect(screen.getByRole('button', { name: '更正姓名或电话' })).toBeTruthy();
  const before = asked.length;
  await act(() => jest.advanceTimersByTimeAsync(60_000));
  expect(asked.length).toBe(before);
});

test('X-22 an account that is not proved has no family to ask for', async () => {
  expect(await shown({ unproven: 'claim' }, screens.family.drawn)).not.toContain('identity.list-family');
});

test('W-03 binding after authentication never says of a child with a phone of its own that somebody had an account', async () => {
  await shown({ unproven: 'guardian' }, <CardStep onDone={none} />);
  expect(screen.getByText(/可以乘车了/).textContent).not.toContain('已经有账户');
});
