import { createClient, type Transport } from '@tongcheng/shared/client';
import { createSessionStore, type Renewal } from '../../console/src/client/session-store';
import { staffSessions } from '../../console/src/client/sessions';
import { withSession } from '../../console/src/client/with-session';
import type { TextStorage } from '../../console/src/platform/text-storage';
import { bus, staffSession } from './samples';

interface Session {
  readonly accessToken: string;
  readonly refreshToken: string;
}

const storageOf = (text?: string): TextStorage => {
  let held = text;
  return { read: () => held, write: (next) => (held = next) };
};
const first: Session = { accessToken: 'a1', refreshToken: 'r1' };
const second: Session = { accessToken: 'a2', refreshToken: 'r2' };
const parse = (text: string): Session => JSON.parse(text);

const storeWith = (storage: TextStorage, renewals: readonly Renewal<Session>[]) => {
  const asked: string[] = [];
  const store = createSessionStore<Session>({
    tokenStorage: storage,
    parse,
    refresh: async ({ refreshToken }) => {
      asked.push(refreshToken);
      return renewals[asked.length - 1] ?? { kind: 'unanswered' };
    },
  });
  return { store, asked };
};

/** A server that knows one access token. */
const serverKnowing = (token: string): { readonly transport: Transport; readonly seen: (string | undefined)[] } => {
  const seen: (string | undefined)[] = [];
  const refused = { code: 'not-signed-in', retry: 'after-change', zh: '请登录', en: 'Sign in' };
  return {
    seen,
    transport: async ({ token: given }) => {
      seen.push(given);
      return given === token
        ? { status: 200, body: { ok: true, value: {} } }
        : { status: 401, body: { ok: false, failure: refused } };
    },
  };
};

test('a refused token is renewed once and the call asked again', async () => {
  const { store, asked } = storeWith(storageOf(JSON.stringify(first)), [{ kind: 'renewed', session: second }]);
  const { transport, seen } = serverKnowing('a2');
  const client = withSession(
    createClient(transport, () => store.read()?.accessToken),
    store,
  );
  expect((await client.call('oversight.sign-out-staff', {})).ok).toBe(true);
  expect([asked, seen]).toEqual([['r1'], ['a1', 'a2']]);
});

test('ten calls at once renew once', async () => {
  const { store, asked } = storeWith(storageOf(JSON.stringify(first)), [{ kind: 'renewed', session: second }]);
  const { transport } = serverKnowing('a2');
  const client = withSession(
    createClient(transport, () => store.read()?.accessToken),
    store,
  );
  const answers = await Promise.all(Array.from({ length: 10 }, () => client.call('oversight.sign-out-staff', {})));
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(asked).toEqual(['r1']);
});

test('an ended session is taken away, and the screens are told', async () => {
  const storage = storageOf(JSON.stringify(first));
  const { store } = storeWith(storage, [{ kind: 'ended' }]);
  const told: (Session | undefined)[] = [];
  store.subscribe(() => told.push(store.read()));
  expect(await store.renew()).toBe(false);
  expect([store.read(), storage.read(), told]).toEqual([undefined, undefined, [undefined]]);
});

test('without an answer the session stays: a place without network signs nobody out', async () => {
  const storage = storageOf(JSON.stringify(first));
  const { store } = storeWith(storage, [{ kind: 'unanswered' }]);
  expect(await store.renew()).toBe(false);
  expect([store.read(), storage.read()]).toEqual([first, JSON.stringify(first)]);
});

test('a session that another tab renewed is adopted: its old refresh token would end both', async () => {
  const storage = storageOf(JSON.stringify(first));
  const { store, asked } = storeWith(storage, []);
  storage.write(JSON.stringify(second));
  expect(await store.renew()).toBe(true);
  expect([store.read(), asked]).toEqual([second, []]);
});

test('what is on the storage is believed only in the shape of a session', () => {
  const read = (text: string) => {
    localStorageOf({ 'tongcheng.verify.session': text });
    return staffSessions(
      createClient(
        async () => Promise.reject(new Error('no network')),
        () => undefined,
      ),
    ).read();
  };
  expect(read('{"accessToken":1}')).toBeUndefined();
  expect(read('not json')).toBeUndefined();
  expect(read(JSON.stringify(staffSession([bus])))?.displayName).toBe('王师傅');
});

const localStorageOf = (held: Readonly<Record<string, string>>) =>
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    value: { getItem: (key: string) => held[key] ?? null, setItem: () => undefined, removeItem: () => undefined },
  });
