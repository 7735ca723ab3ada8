import { createClient, type Transport } from '@tongcheng/shared/client';
import type { AccountView, RiderSession } from '@tongcheng/shared/identity/wire';
import type { RoughPosition } from '@tongcheng/shared/rides/wire';
import type { Instant } from '@tongcheng/shared/time';
import { createClock } from '../../miniprogram/src/client/clock';
import { createCrewClient, crewTokenOf } from '../../miniprogram/src/client/crew-client';
import { createLaunchLinks } from '../../miniprogram/src/client/launch-links';
import type { PhoneStorage } from '../../miniprogram/src/client/overflow';
import { createPhonePosition } from '../../miniprogram/src/client/phone-position';
import { createMemoryStorage, createRecords } from '../../miniprogram/src/client/records';
import { createRiderClient, tokenOf } from '../../miniprogram/src/client/rider-client';
import { anEligibility } from '../world/records';

/** A storage in memory; `full` refuses to write, as phones do. */
export function memoryStorage(full = false): PhoneStorage & { readonly held: Map<string, string> } {
  const held = new Map<string, string>();
  return {
    held,
    read: (key) => held.get(key),
    write: (key, text) => {
      if (!full) held.set(key, text);
      return !full;
    },
    remove: (key) => held.delete(key),
    keys: () => [...held.keys()],
  };
}

/** Answers of a service by endpoint; `undefined` is a lost connection. Asked as the transport asks. */
export type Service = (asked: {
  readonly name: string;
  readonly body: unknown;
  readonly token: string | undefined;
}) => unknown;

/** The service's time in these tests. */
export const serverStart: Instant = Date.parse('2022-06-02T08:00:00+08:00');

/** An account as the service shows it. */
export const account = (authenticated: boolean): AccountView => ({
  accountId: 'a1',
  authenticated,
  boundCards: 0,
  standing: anEligibility({ identity: authenticated }),
});

/** A session that begins now and lasts ten minutes. */
export const sessionOf = (name: string, at: Instant): RiderSession => ({
  accessToken: `access-${name}`,
  accessExpiresAt: at + 600_000,
  refreshToken: `refresh-${name}`,
  refreshExpiresAt: at + 86_400_000,
  account: account(true),
});

/** An answer that the edge would give. */
export const good = (value: unknown, serverAt: Instant) => ({ ok: true, value, serverAt });
/** A refusal that the edge would give. */
export const bad = (code: string, retry: 'never' | 'later' | 'after-change', serverAt: Instant) => ({
  ok: false,
  failure: { code, retry, zh: code, en: code },
  serverAt,
});

/** A phone over its storage, with a clock that can be wrong and a service that is played by the test. */
export function aPhone(
  service: Service,
  {
    storage = memoryStorage(),
    phoneNow = () => serverStart,
    readPosition = async (): Promise<RoughPosition | undefined> => undefined,
  } = {},
) {
  const records = createRecords(storage);
  const asked: string[] = [];
  const transport: Transport = async ({ path, body, token }) => {
    const name = path.replace('/api/', '');
    asked.push(name);
    const answer = await service({ name, body, token });
    if (answer === undefined) throw new Error('no network');
    return { status: 200, body: answer };
  };
  const withLock = <T>(_name: string, work: () => Promise<T>): Promise<T> => work();
  const rider = createRiderClient({
    client: createClient(transport, () => tokenOf({ records })),
    records,
    phoneNow,
    signIn: { channel: 'web', code: async () => 'one-time' },
    city: async () => '420100',
    withLock,
  });
  const publicClient = createClient(transport, () => undefined);
  const crew = createCrewClient({
    client: createClient(transport, () => crewTokenOf(records)),
    ...{ records, phoneNow, withLock },
  });
  const clock = createClock(records, phoneNow);
  const memory = createRecords(createMemoryStorage());
  const launchLinks = createLaunchLinks(() => undefined);
  const position = createPhonePosition({ records, phoneNow, read: readPosition });
  return { rider, crew, publicClient, memory, launchLinks, records, storage, clock, position, withLock, asked };
}
