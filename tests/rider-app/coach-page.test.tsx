import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { OwnRegistration, ScannedDeparture } from '@tongcheng/shared/coaches/passenger-wire';
import { formatInstant, hourMs, minuteMs } from '@tongcheng/shared/time';
import { PhoneProvider } from '../../miniprogram/src/client/phone';
import { positionChoice, positionRecord } from '../../miniprogram/src/client/phone-position';
import { DepartureScreen } from '../../miniprogram/src/features/coaches/departure-screen';
import { account, aPhone, bad, good, serverStart, sessionOf } from './a-phone';

afterEach(() => {
  cleanup();
  jest.useRealTimers();
  setVisible(true);
});

const none = () => undefined;
const departsAt = serverStart + hourMs;
const registration: OwnRegistration = {
  ...{ registrationId: '01JD0000000000000000000001', passenger: 'p', maskedName: '张**', documentKind: 'passport' },
  ...{ maskedDocument: 'E******01', source: 'rider', at: serverStart },
};
const coach = (more: Partial<ScannedDeparture> = {}): ScannedDeparture => ({
  ...{ departureId: '01JD0000000000000000000000', city: '210100', phase: 'open', demonstration: false },
  ...{ plate: '辽A12345', departsAt, service: 'line', serviceNumber: 'K7', asksAddresses: false, retentionDays: 400 },
  ...{ origin: { name: '沈阳站' }, destination: { name: '大连站' }, over: false, changeable: true },
  ...{ own: [], elsewhere: [], ticketed: false, tickets: [] },
  ...more,
});

function setVisible(isVisible: boolean): void {
  Object.defineProperty(document, 'visibilityState', {
    configurable: true,
    get: () => (isVisible ? 'visible' : 'hidden'),
  });
  document.dispatchEvent(new Event('visibilitychange'));
}

type Looked = ReturnType<typeof good> | ReturnType<typeof bad>;

/** The page of a coach on the phone of a rider; `service` answers looks, registrations are taken. */
async function opened(
  look: () => Looked,
  registered: () => Looked = () => good(coach({ own: [registration] }), serverStart),
) {
  const sent: unknown[] = [];
  const { asked, ...phone } = aPhone(
    ({ name, body }) => {
      if (name === 'identity.sign-in' || name === 'identity.refresh')
        return good({ ...sessionOf('one', serverStart), account: account(true) }, serverStart);
      if (name === 'coaches.look-at-departure') return look();
      if (name === 'coaches.own-regulars') return good({ regulars: [] }, serverStart);
      if (name !== 'coaches.register-passenger') return bad('fault', 'later', serverStart);
      sent.push(body);
      return registered();
    },
    {
      readPosition: async () => ({ lat: 41.802, lng: 123.431, accuracyMetres: 130 }),
    },
  );
  await phone.rider.ensure();
  const city = { ensure: async () => undefined, refresh: async () => undefined, choose: none };
  const draw = (code: string) =>
    render(
      <PhoneProvider value={{ ...phone, city, randomBytes: async (size) => new Uint8Array(size) }}>
        <DepartureScreen code={code} onScan={none} onVerify={none} onOther={none} onManual={none} />
      </PhoneProvider>,
    );
  return { phone, sent, draw, looks: () => asked.filter((name) => name === 'coaches.look-at-departure').length };
}

const byId = (id: string) => document.getElementById(id);
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

test('L-05 whoever registered for a coach that was cancelled since reads that, and other coaches no longer warn of it', async () => {
  let answer: Looked = good(coach({ own: [registration] }), serverStart);
  const page = await opened(() => answer);
  page.draw('one');
  await waitFor(() => expect(byId('own-registrations')).not.toBeNull());
  cleanup();
  answer = bad('departure-cancelled', 'after-change', serverStart);
  page.draw('one');
  await waitFor(() => expect(document.body.textContent).toContain('这班车已取消'));
  expect(document.body.textContent).toContain('您的登记随之失效');
  cleanup();
  answer = good(coach({ departureId: '01JD0000000000000000000009' }), serverStart);
  page.draw('two');
  await waitFor(() => expect(byId('coach-plate')).not.toBeNull());
  expect(document.querySelector('.notice')).toBeNull();
});

test('L-05 a code of a coach that was to leave long ago says so before anybody registers', async () => {
  let answer: Looked = good(coach({ departsAt: serverStart - 2 * hourMs }), serverStart);
  const page = await opened(() => answer);
  page.draw('one');
  await waitFor(() => expect(byId('coach-plate')).not.toBeNull());
  expect(document.querySelector('.notice')).toBeNull();
  cleanup();
  answer = good(coach({ departsAt: serverStart - 20 * hourMs }), serverStart);
  page.draw('two');
  await waitFor(() => expect(document.querySelector('.notice')?.textContent).toContain('可能是以前班次的'));
});

test('an open page tells of a new time by itself, within twenty seconds, and of no network nothing', async () => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
  let answer: Looked = good(coach(), serverStart);
  const page = await opened(() => answer);
  page.draw('one');
  await pass(100);
  expect(byId('coach-plate')).not.toBeNull();
  expect(page.looks()).toBe(1);
  answer = bad('network', 'later', serverStart);
  await pass(20_000);
  expect(page.looks()).toBe(2);
  expect(byId('coach-plate')).not.toBeNull();
  answer = good(coach({ departsAt: departsAt + 20 * minuteMs, plannedFor: departsAt }), serverStart);
  const later = formatInstant(departsAt + 20 * minuteMs, 'HH:mm');
  await pass(19_000);
  expect(document.body.textContent).not.toContain(later);
  await pass(1_000);
  expect(document.body.textContent).toContain(later);
  expect(document.querySelector('.notice')?.textContent).toContain(formatInstant(departsAt, 'HH:mm'));
  expect(page.looks()).toBe(3);
});

test('nothing is asked while nobody looks, at once when they come back, and not after the coach has left', async () => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
  let answer: Looked = good(coach({ own: [registration] }), serverStart);
  const page = await opened(() => answer);
  page.draw('one');
  await pass(100);
  act(() => setVisible(false));
  await pass(10 * minuteMs);
  expect(page.looks()).toBe(1);
  act(() => setVisible(true));
  await pass(100);
  expect(page.looks()).toBe(2);
  answer = good(coach({ own: [registration], phase: 'departed', changeable: false }), serverStart);
  await pass(20_000);
  expect(page.looks()).toBe(3);
  await pass(10 * minuteMs);
  act(() => setVisible(false));
  act(() => setVisible(true));
  await pass(minuteMs);
  expect(page.looks()).toBe(3);
  expect(byId('own-registrations')).not.toBeNull();
});

test('L-03 a cancellation takes the place of the open page: who was registered is told what it means, and the way on', async () => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
  let answer: Looked = good(coach({ own: [registration] }), serverStart);
  const page = await opened(() => answer);
  page.draw('one');
  await pass(100);
  answer = bad('departure-cancelled', 'after-change', serverStart);
  await pass(20_000);
  expect(byId('coach-ended')?.textContent).toMatch(/这班车已取消。您的登记随之失效.*张\*\*/);
  expect(byId('coach-plate')?.textContent).toBe('辽A·12345');
  expect(byId('scan-again')).not.toBeNull();
  expect(byId('register-known')).toBeNull();
  await pass(10 * minuteMs);
  expect(page.looks()).toBe(2);
});

test('L-08 arrived in between, the page stays for whoever shows their code to the officer', async () => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
  let answer: Looked = good(coach({ own: [registration] }), serverStart);
  const page = await opened(() => answer);
  page.draw('one');
  await pass(100);
  answer = bad('departure-arrived', 'never', serverStart);
  await pass(20_000);
  expect(byId('own-registrations')).not.toBeNull();
  expect(document.body.textContent).toContain('已经到站');
  expect(byId('type-passenger')).toBeNull();
  await pass(minuteMs);
  expect(page.looks()).toBe(2);
});

const over = (code: 'departure-arrived' | 'departure-cancelled' | 'departure-code-replaced') => ({
  ...{ own: [registration], ended: { code, zh: `${code} 中`, en: code } },
});

test('L-08 opened anew after the coach has arrived the page has the passenger’s code for the officer, and takes nobody more', async () => {
  const page = await opened(() =>
    good(coach({ ...over('departure-arrived'), phase: 'arrived', changeable: false }), serverStart),
  );
  for (let turn = 0; turn < 2; turn += 1) {
    cleanup();
    page.draw('one');
    await waitFor(() => expect(byId('own-registrations')).not.toBeNull());
    expect(document.body.textContent).toContain('已经到站');
    expect([byId('type-passenger'), byId('who-rides'), byId('coach-ended')]).toEqual([null, null, null]);
    fireEvent.click(screen.getByText('到站核验码'));
    expect(document.querySelector('.coach-proof')).not.toBeNull();
  }
});

test('L-03 opened anew after a cancellation the page says who was registered; after a replacement the coach that runs now, and they still withdraw', async () => {
  let seen = coach({ ...over('departure-cancelled'), phase: 'cancelled', changeable: false });
  const page = await opened(() => good(seen, serverStart));
  page.draw('one');
  await waitFor(() => expect(byId('coach-ended')?.textContent).toMatch(/您的登记随之失效.*张\*\*/));
  cleanup();
  seen = coach({ ...over('departure-code-replaced'), plate: '辽A99999' });
  page.draw('one');
  await waitFor(() => expect(byId('coach-plate')?.textContent).toBe('辽A·99999'));
  expect(document.body.textContent).toMatch(/已换车，现在是 辽A·99999/);
  expect(byId(`withdraw-${registration.registrationId}`)).not.toBeNull();
  expect([byId('type-passenger'), byId('who-rides')]).toEqual([null, null]);
});

test('a rough place is offered once, unticked; ticked it goes with the registration, and the page does not wait for it', async () => {
  const page = await opened(() => good(coach(), serverStart));
  page.draw('one');
  await waitFor(() => expect(byId('coach-position')).not.toBeNull());
  expect(byId('coach-position')?.getAttribute('aria-checked')).toBe('false');
  fireEvent.click(byId('coach-position') ?? document.body);
  await waitFor(() => expect(page.phone.records.read(positionRecord).coaches).toBe('yes'));
  expect(page.phone.records.read(positionRecord).allowed).toBe(false);
  await act(async () => undefined);
  fireEvent.click(byId('register-known') ?? document.body);
  await waitFor(() => expect(page.sent).toHaveLength(1));
  expect(page.sent[0]).toMatchObject({ position: { lat: 41.802, lng: 123.431, accuracyMetres: 130 } });
  cleanup();
  page.draw('two');
  await waitFor(() => expect(byId('coach-plate')).not.toBeNull());
  expect(byId('coach-position')).toBeNull();
});

test('a place is kept on the phone while nobody knows the way of the coach, and goes with the same registration once its crew confirmed it', async () => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
  let answer = coach({ phase: 'planned' });
  const page = await opened(
    () => good(answer, serverStart),
    () => good({ ...answer, own: [registration] }, serverStart),
  );
  page.phone.records.write(positionRecord, positionChoice(true));
  page.phone.position.refresh('coach');
  page.draw('one');
  await pass(100);
  fireEvent.click(byId('register-known') ?? document.body);
  await pass(100);
  expect(page.sent).toHaveLength(1);
  expect(page.sent[0]).not.toHaveProperty('position');
  answer = coach({ own: [registration] });
  await pass(20_000);
  const held = { lat: 41.802, lng: 123.431, accuracyMetres: 130 };
  expect(page.sent).toEqual([page.sent[0], { ...Object(page.sent[0]), position: held }]);
  await pass(minuteMs);
  expect(page.sent).toHaveLength(2);
});

test('who registers without ticking has answered and is not asked again; who allowed scans alone sends none with a coach', async () => {
  const page = await opened(() => good(coach(), serverStart));
  page.phone.storage.write('tc.position', JSON.stringify({ allowed: true }));
  expect(page.phone.records.read(positionRecord)).toEqual({ allowed: true, coaches: 'unasked' });
  page.draw('one');
  await waitFor(() => expect(byId('coach-position')).not.toBeNull());
  fireEvent.click(byId('register-known') ?? document.body);
  await waitFor(() => expect(page.sent).toHaveLength(1));
  expect(page.sent[0]).not.toHaveProperty('position');
  expect(page.phone.records.read(positionRecord)).toEqual({ allowed: true, coaches: 'no' });
  cleanup();
  page.draw('two');
  await waitFor(() => expect(byId('register-known')).not.toBeNull());
  expect(byId('coach-position')).toBeNull();
});

test('who said yes beside the consent is not asked; who says no in the menu sends none', async () => {
  const page = await opened(() => good(coach(), serverStart));
  page.phone.records.write(positionRecord, positionChoice(true));
  page.draw('one');
  await waitFor(() => expect(byId('register-known')).not.toBeNull());
  expect(byId('coach-position')).toBeNull();
  await act(async () => undefined);
  fireEvent.click(byId('register-known') ?? document.body);
  await waitFor(() => expect(page.sent).toHaveLength(1));
  expect(page.sent[0]).toHaveProperty('position');
  page.phone.records.write(positionRecord, positionChoice(false));
  cleanup();
  page.draw('two');
  await waitFor(() => expect(byId('register-known')).not.toBeNull());
  fireEvent.click(byId('register-known') ?? document.body);
  await waitFor(() => expect(page.sent).toHaveLength(2));
  expect(page.sent[1]).not.toHaveProperty('position');
});

test('L-08 whoever registered and opens the page once the coach has arrived reads that their registration is kept, each time; nobody else does', async () => {
  let answer: Looked = good(coach({ own: [registration] }), serverStart);
  const page = await opened(() => answer);
  page.draw('one');
  await waitFor(() => expect(byId('own-registrations')).not.toBeNull());
  answer = bad('departure-arrived', 'never', serverStart);
  for (const [code, words] of [
    ['one', '您的登记保留'],
    ['one', '您的登记保留'],
    ['two', '没有登记'],
  ] as const) {
    cleanup();
    page.draw(code);
    await waitFor(() => expect(document.body.textContent).toContain(words));
    expect(document.body.textContent?.includes('没有登记')).toBe(code === 'two');
  }
});

test('a withdrawal that found no network says so, and no longer once the page reached the service again', async () => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
  const page = await opened(() => good(coach({ own: [registration] }), serverStart));
  page.draw('one');
  await pass(100);
  fireEvent.click(byId(`withdraw-${registration.registrationId}`) ?? document.body);
  await pass(100);
  fireEvent.click(byId('withdraw-sure') ?? document.body);
  await pass(100);
  expect(document.querySelector('.notice')?.textContent).toBe('fault');
  await pass(20_000);
  expect(document.querySelector('.notice')).toBeNull();
});
