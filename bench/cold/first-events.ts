import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessMs } from '@tongcheng/cloudfunctions/app/sessions/sessions';
import { importCity } from '@tongcheng/cloudfunctions/app/venues/import/import-city';
import type { Container } from '@tongcheng/cloudfunctions/wiring/container';
import { officialRoles } from '@tongcheng/shared/access';
import { unknownEligibility } from '@tongcheng/shared/eligibility';
import { newId } from '@tongcheng/shared/ids';
import type { FirstEvent } from './first-answer';

/** For a venue that there is not: 404. */
const assisted = {
  scanId: newId(0, (size) => new Uint8Array(size)),
  venueId: 'no-such-venue',
  enteredAt: 0,
  sentAt: 0,
};

/** Of each function an operation that reads the store; the caller's session is looked up in it too. 401: a session that never was. */
export const firstCalls: Readonly<
  Record<string, readonly ['rider' | 'official' | 'staff' | 'device', string, unknown, number]>
> = {
  identity: ['rider', 'identity.refresh', { refreshToken: 'x'.repeat(43) }, 401],
  cards: ['rider', 'cards.list-cards', {}, 200],
  appeals: ['rider', 'appeals.own-appeals', {}, 200],
  publications: ['rider', 'publications.deletions', { city: '420100', limit: 1 }, 200],
  rights: ['rider', 'rights.own-accesses', {}, 200],
  rides: ['rider', 'rides.history', { city: '420100', days: 1 }, 200],
  coaches: ['rider', 'coaches.look-at-departure', { code: 'no-such-code' }, 404],
  venues: ['official', 'venues.get-city', { city: '420100' }, 200],
  reports: ['official', 'reports.list-recipients', { city: '420100' }, 200],
  oversight: ['official', 'oversight.refresh-official', { refreshToken: 'x'.repeat(43) }, 401],
  devices: ['official', 'devices.list-devices', { city: '420100' }, 200],
  partners: ['official', 'partners.list-partners', { level: 'city', code: '420100' }, 200],
  passes: ['rider', 'passes.get-trust-list', {}, 200],
  gates: ['device', 'gates.get-set', {}, 404],
  tracing: ['official', 'tracing.count-exposed', { caseId: assisted.scanId }, 404],
  entries: ['staff', 'rides.register-for', { ...assisted, whom: { by: 'card', number: '1'.repeat(16) } }, 404],
};
/** Functions that a timer starts. */
export const timed: readonly string[] = ['daily-report', 'card-sets'];
const timer = { Type: 'Timer', TriggerName: 'every-five-minutes', Time: '2026-11-20T23:05:00Z', Message: '' };
const file = (...parts: readonly string[]) => readFileSync(join('cities', '420100', ...parts), 'utf8');

/**
 * Brings a city with a few vehicles and the keys of an installation into the store, so that no measured start is the first of all,
 * and gives the first event of each function. Throws for a function that has none yet.
 */
export async function seed(needs: Container): Promise<(name: string) => FirstEvent> {
  await importCity(needs, file('settings.json'), [file('venues', 'buses.csv').split('\n').slice(0, 4).join('\n')]);
  const tokens = {
    rider: riderToken(needs),
    official: officialToken(needs),
    staff: staffToken(needs),
    device: deviceToken(needs),
  };
  return (name) => {
    if (timed.includes(name)) return { event: timer, status: null };
    const call = firstCalls[name];
    if (!call) throw new Error(`bench/cold/first-events.ts has no first call of ${name} yet`);
    const [who, operation, body, status] = call;
    const headers = { authorization: `Bearer ${tokens[who]}` };
    return { event: { path: `/api/${operation}`, httpMethod: 'POST', headers, body: JSON.stringify(body) }, status };
  };
}

function sessionOf({ clock, chance }: Container) {
  const issuedAt = clock.now();
  return { session: newId(issuedAt, chance.bytes), issuedAt, expiresAt: issuedAt + accessMs };
}

function riderToken(needs: Container): string {
  const session = sessionOf(needs);
  const { issuedAt, expiresAt } = session;
  return needs.tokens.issue({
    kind: 'rider',
    ...session,
    account: newId(issuedAt, needs.chance.bytes),
    person: newId(issuedAt, needs.chance.bytes),
    maskedName: '张**',
    standing: {
      ...unknownEligibility,
      identity: true,
      status: { colour: 'green', issuedAt, expiresAt, source: 'provincial-health-code' },
    },
  });
}

/** Of a device that is not registered: 404. */
const deviceToken = (needs: Container): string =>
  needs.tokens.issue({
    kind: 'device',
    ...sessionOf(needs),
    device: newId(0, needs.chance.bytes),
    deviceKind: 'gate',
    city: '420100',
  });

const officialToken = (needs: Container): string =>
  needs.tokens.issue({
    kind: 'official',
    ...sessionOf(needs),
    official: 'official-1',
    roles: [...officialRoles],
    cities: ['420100'],
  });

const staffToken = (needs: Container): string =>
  needs.tokens.issue({
    kind: 'staff',
    ...sessionOf(needs),
    staff: 'staff-1',
    role: 'inspector',
    city: '420100',
    venues: ['no-such-venue'],
  });
