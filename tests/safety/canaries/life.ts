import { randomBytes } from 'node:crypto';
import { keyFileService } from '@tongcheng/cloudfunctions/adapters/key-file/key-file';
import { openKeyFile } from '@tongcheng/cloudfunctions/adapters/key-file/open-key-file';
import { makeTokens } from '@tongcheng/cloudfunctions/app/sessions/tokens';
import type { OfficialRole } from '@tongcheng/shared/access';
import { consentVersion } from '@tongcheng/shared/identity/consent';
import { newId } from '@tongcheng/shared/ids';
import { dayMs, hourMs, minuteMs } from '@tongcheng/shared/time';
import * as z from 'zod';
import type { LocalProviders } from '../../../host/city/providers';
import { scanInput } from '../../world/scan-input';
import type { Ask, Asker } from './asking';
import type { Canary, CanaryPerson } from './canary-people';
import type { CanaryHost } from './running-host';

/** The city of the canaries. */
export const city = '420100';

/** All that the people of a life share. */
export interface Life {
  readonly host: CanaryHost;
  readonly providers: LocalProviders;
  readonly ask: Ask;
  /** Riders, and passengers of coaches who have no account. */
  readonly riders: readonly CanaryPerson[];
  readonly passengers: readonly CanaryPerson[];
  readonly official: (name: string, ...roles: OfficialRole[]) => Asker;
  /** What became known while they lived: tokens, invitations. */
  readonly learned: Canary[];
}

/** Officials' sessions as the host with this key file would issue them. */
export async function officialsOf(host: CanaryHost) {
  const keys = keyFileService(await openKeyFile(host.place.keyFile, false));
  const tokens = makeTokens(await keys.derive('access-tokens'), { now: host.now });
  return (name: string, ...roles: OfficialRole[]): Asker => {
    const issuedAt = host.now();
    const life = { session: newId(issuedAt, randomBytes), issuedAt, expiresAt: issuedAt + dayMs };
    const token = tokens.issue({ kind: 'official', ...life, official: name, roles, cities: [city] });
    return { name: `official-${name}`, address: '192.0.2.1', token };
  };
}

/** A rider's session and who they are to the files. */
export interface LivingRider extends Asker {
  readonly person: CanaryPerson;
}

const Session = z.object({ accessToken: z.string(), refreshToken: z.string() });
const Venues = z.object({ venues: z.array(z.object({ venueId: z.string(), code: z.object({ link: z.string() }) })) });

/** Links in posted codes of buses. */
export async function busCodes({ ask, official }: Life) {
  const told = await ask(official('operator', 'operator'), 'venues.list-venues', { city, limit: 8 });
  return Venues.parse(told.value).venues;
}

/** Signs in, agrees, authenticates, binds a card, and asks for all that a rider may see of themselves. */
export async function enrol(life: Life, number: number): Promise<LivingRider> {
  const { ask, providers, riders, learned } = life;
  const person = riders[number];
  if (!person) throw new Error(`no rider ${number}`);
  const who = { name: `rider-${number}`, address: person.address };
  const signedIn = { provider: 'web', code: providers.codes.issue(person.subject), city };
  const first = Session.parse((await ask(who, 'identity.sign-in', signedIn)).value);
  const { name, documentKind, documentNumber, phone, card } = person;
  await ask({ ...who, token: first.accessToken }, 'identity.consent', { version: consentVersion, sensitive: true });
  const claim = { name, documentKind, documentNumber, phone };
  // As the phone of another app might send it: refused, and whatever of it is noted is noted.
  await ask({ ...who, token: first.accessToken }, 'identity.verify-identity', { ...claim, [name]: phone });
  const told = await ask({ ...who, token: first.accessToken }, 'identity.verify-identity', claim);
  const session = Session.parse(told.value);
  for (const text of [first.refreshToken, session.accessToken, session.refreshToken])
    learned.push({ of: who.name, kind: 'token', text });
  const rider = { ...who, token: session.accessToken, person };
  await ask(rider, 'cards.bind-card', { kind: card.kind, number: card.number });
  return rider;
}

/** All ride for some minutes, each group the bus of its own; whoever is refused appeals. Gives what was scanned. */
export async function ride(life: Life, all: readonly LivingRider[]): Promise<number> {
  const codes = await busCodes(life);
  let scans = 0;
  for (const minutes of [4, 0]) {
    await inGroups(all, async (rider, at) => {
      const link = codes[Math.floor(at / 4) % codes.length]?.code.link ?? '';
      const scan = scanInput(link, life.host.now(), randomBytes);
      const told = await life.ask(rider, 'rides.record-scan', scan);
      scans += told.ok ? 1 : 0;
      if (minutes !== 0 || !told.ok || JSON.stringify(told.value).includes('"decision":"admit"')) return;
      await life.ask(rider, 'appeals.make-appeal', { scanId: scan.scanId, text: rider.person.words });
    });
    if (minutes > 0) await life.host.pass(minutes * minuteMs);
  }
  return scans;
}

/** What a rider may see of themselves. */
export async function lookAtOneself({ ask }: Life, rider: LivingRider): Promise<void> {
  const { documentNumber } = rider.person;
  for (const [endpoint, body] of [
    ['rides.history', {}],
    ['cards.list-cards', {}],
    ['identity.update-eligibility', {}],
    ['identity.list-own-devices', {}],
    ['appeals.own-appeals', {}],
    ['rights.own-accesses', {}],
    ['rights.export-own', { form: 'json', documentNumber }],
    ['rights.export-own', { form: 'sheet', documentNumber }],
  ] as const)
    await ask(rider, endpoint, body);
}

/** Some at once, as riders are. */
export async function inGroups<T>(all: readonly T[], work: (each: T, at: number) => Promise<void>): Promise<void> {
  const atOnce = 8;
  for (let from = 0; from < all.length; from += atOnce)
    await Promise.all(all.slice(from, from + atOnce).map((each, at) => work(each, from + at)));
}

/** So far is it from the scans of a day to the morning on which its report is formed. */
export const untilMorning = 21 * hourMs;
