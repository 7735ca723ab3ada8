import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { departureKeyOf } from '@tongcheng/cloudfunctions/app/coaches/verify-departure-code';
import { openSession } from '@tongcheng/cloudfunctions/app/sessions/sessions';
import { importCity } from '@tongcheng/cloudfunctions/app/venues/import/import-city';
import type { StaffRole } from '@tongcheng/shared/access';
import type { DepartureCode } from '@tongcheng/shared/coaches/departure-code';
import { signDepartureCode } from '@tongcheng/shared/coaches/departure-code';
import { newId } from '@tongcheng/shared/ids';
import { dayMs, dayOf, dayStart, hourMs } from '@tongcheng/shared/time';
import { type Answered, openTown, type Town } from '../world/town';

/** The city that coaches leave in these tests, and the one that most of them reach. */
export const origin = '420100';
export const reached = '420200';
const fileOf = (city: string): string => {
  const settings: unknown = JSON.parse(readFileSync(join('cities', '420100', 'settings.json'), 'utf8'));
  const coaches = { retentionDays: 400, asksAddressesTo: ['110000'] };
  return JSON.stringify({ ...Object(settings), city, capabilities: { city: {}, coaches, tracing: {} } });
};

/** A town whose two cities have coaches, in its own store; it is noon there, so that no test meets midnight by the hour at which it runs. */
export async function openCoachTown(): Promise<Town> {
  const town = await openTown();
  for (const city of [origin, reached]) await importCity(town.needs, fileOf(city), []);
  const now = town.needs.clock.now();
  town.pass(((dayStart(dayOf(now)) + 36 * hourMs - now) % dayMs) + 10_000);
  return town;
}

/** Staff with a session of their own, of an operator unless that is `null`. */
export async function staffOf(
  town: Pick<Town, 'needs'>,
  role: StaffRole,
  city = origin,
  operator: string | null = 'operator-1',
) {
  const { needs } = town;
  const staff = newId(needs.clock.now(), needs.chance.bytes);
  const { sessionId } = await openSession(needs, 'staff', staff);
  const now = needs.clock.now();
  const token = needs.tokens.issue({
    ...{
      kind: 'staff',
      session: sessionId,
      issuedAt: now,
      expiresAt: now + 48 * hourMs,
      staff,
      role,
      city,
      venues: [],
    },
    ...(operator !== null && { operator }),
  });
  const sign = (code: Omit<DepartureCode, 'sessionId'>): string =>
    signDepartureCode(departureKeyOf(needs.signingKeys, sessionId), { ...code, sessionId });
  return { token, sessionId, staffId: staff, sign };
}

/** A member of staff of a town. */
export type Staff = Awaited<ReturnType<typeof staffOf>>;

/** Names, phones and documents that occur nowhere else in the store. */
export const planted = {
  driver: { name: '演示驾驶员甲', phone: '13946170281' },
  attendant: { name: '演示乘务员乙', phone: '13946170282', documentKind: 'passport', documentNumber: 'E46170283' },
  plate: '鄂A46172',
  passenger: { name: '演示旅客丙', documentKind: 'passport', documentNumber: 'E46170284', phone: '13946170285' },
  addressBefore: '演示省演示市演示路四六一七号',
  addressThere: '演示市演示区演示街四六一八号',
} as const;

/** A departure as a crew's phone makes it, to be told and shown in any order. */
export function newDeparture(
  town: Pick<Town, 'needs' | 'ask'>,
  crew: Staff,
  more: Readonly<Record<string, unknown>> = {},
) {
  const { clock, chance } = town.needs;
  const now = clock.now();
  const departsAt = now + hourMs;
  const departureId = newId(departsAt, chance.bytes);
  const id = () => newId(clock.now(), chance.bytes);
  const event = {
    ...{ kind: 'opened', eventId: departureId, at: now, aboard: 3, service: 'line', serviceNumber: 'C123', departsAt },
    crew: { plate: planted.plate, driver: planted.driver, attendant: planted.attendant },
    ...{ origin: { name: '演示客运站', city: origin }, destination: { name: '演示到达站', city: reached }, stops: [] },
    ...more,
  };
  const code = crew.sign({
    demonstration: false,
    asksAddresses: false,
    city: origin,
    departureId,
    plate: planted.plate,
  });
  const tell = (told: Readonly<Record<string, unknown>>, by = crew) => {
    const deliveries = [{ city: origin, departureId, event: { eventId: id(), at: clock.now(), ...told } }];
    return town.ask('coaches.deliver-events', { deliveries }, by.token);
  };
  const register = (token: string, whom: unknown, extra: Readonly<Record<string, unknown>> = {}) =>
    town.ask('coaches.register-passenger', { registrationId: id(), code, whom, ...extra }, token);
  const look = (token: string, shown = code) => town.ask('coaches.look-at-departure', { code: shown }, token);
  const manifest = (by = crew) => town.ask('coaches.get-manifest', { city: origin, departureId }, by.token);
  return { departureId, departsAt, code, event, id, tell, open: () => tell(event), register, look, manifest };
}

/** A passenger typed by hand; another number is another one. */
export const typed = (order = 0, more: Readonly<Record<string, unknown>> = {}) => ({
  by: 'typed',
  ...planted.passenger,
  documentNumber: `E4617${String(1000 + order)}`,
  ...more,
});

/** What came of one event of a delivery: `ok` or the code of its refusal. */
export function outcomeOf(told: Answered): string {
  const [, code] = /"ok":false.*?"code":"([a-z-]+)"/.exec(JSON.stringify(told.ok ? told.value : told)) ?? [];
  return code ?? (told.ok ? 'ok' : 'refused');
}

/** The code of a refusal, or `ok`. */
export const codeOf = (told: Answered): string => told.failure?.code ?? 'ok';
