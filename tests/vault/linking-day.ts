import { membersOf } from '@tongcheng/cloudfunctions/app/identity/family/family-of';
import { scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import { venues } from '@tongcheng/cloudfunctions/app/venues/records';
import { consentVersion } from '@tongcheng/shared/identity/consent';
import { addDays, type Day, dayOf, dayStart, hourMs } from '@tongcheng/shared/time';
import * as z from 'zod';
import type { Person } from '../../city/people/person';
import { scanInput } from '../world/scan-input';
import type { Town } from '../world/town';

const Session = z.object({ value: z.object({ accessToken: z.string(), refreshToken: z.string() }) });
type Tokens = z.output<typeof Session>['value'];
const Members = z.object({ value: z.object({ members: z.array(z.object({ memberId: z.string() })) }) });

/** A number of [0, 1) out of a seed. */
type Random = () => number;

/** What somebody does at a time of the day, and then scans; whoever leaves scans no more. */
interface Act {
  readonly at: number;
  readonly rider: number;
  readonly what: 'arrives' | 'returns' | 'helps' | 'claims' | 'exports' | 'leaves';
}

/** The day that was lived and who each of its pseudonyms was: what an attacker is measured by, and never sees. */
export interface CityDay {
  readonly day: Day;
  /** Pseudonym → account. */
  readonly truth: ReadonlyMap<string, string>;
}

/**
 * The first day of a city, the worst for its riders: everybody signs in, agrees, is verified and rides within a minute or two; many bind a card; half of them
 * renew their session later and ride once more. Some scan for a relative, some are the same rider on a second account (decision 149), some take their export
 * along, sign out everywhere or delete their account. Through the endpoints, by a clock that is moved.
 */
export async function liveFirstDay(
  town: Town,
  riders: readonly Person[],
  helped: readonly Person[],
  random: Random,
): Promise<CityDay> {
  const day = addDays(dayOf(town.needs.clock.now()), 1);
  const acts = riders.flatMap((_, rider) => actsOf(rider, dayStart(day) + 6 * hourMs, random));
  const codes = await codesOf(town);
  const held = new Map<string, Tokens>();
  const accountOf = new Map<string, string>();
  for (const act of [...acts].sort((one, other) => one.at - other.at)) {
    const { at, rider } = act;
    town.pass(Math.round(Math.max(0, at - town.needs.clock.now())));
    const person = riders[rider];
    if (!person) continue;
    const done = await doAct(town, act, {
      person,
      held: held.get(`${rider}`),
      relative: helped[Math.floor(rider / 10)],
    });
    if (!done) continue;
    if (act.what !== 'claims') held.set(`${rider}`, done.tokens);
    const claims = town.needs.tokens.read(done.tokens.accessToken);
    if (typeof claims === 'object' && claims.kind === 'rider') {
      const { person: personId = claims.claimed ?? '', account } = claims;
      accountOf.set(`p_${personId}`, accountOf.get(`p_${personId}`) ?? account);
      if (done.memberId !== undefined) await nameMember(town, personId, account, accountOf);
    }
    town.pass(Math.round((5 + random() * 55) * 1_000));
    await ride(town, codes, rider, done);
  }
  return { day, truth: await truthOf(town, day, accountOf) };
}

function actsOf(rider: number, begins: number, random: Random): readonly Act[] {
  const returns = begins + (6 + random() * 6) * hourMs;
  const also = (['helps', 'claims', 'exports', 'leaves'] as const)[[0, 2, 4, 6].indexOf(rider % 10)];
  return [
    { at: begins + random() * 5 * hourMs, rider, what: 'arrives' },
    ...(rider % 2 === 0 ? [{ at: returns, rider, what: 'returns' } as const] : []),
    ...(also ? [{ at: returns + random() * hourMs, rider, what: also }] : []),
  ];
}

/** Who does it, and with what. */
interface Doing {
  readonly person: Person;
  readonly held: Tokens | undefined;
  readonly relative: Person | undefined;
}

/** With which tokens a scan follows, and of which member. */
interface Done {
  readonly tokens: Tokens;
  readonly memberId?: string;
}

async function doAct(town: Town, { what, rider }: Act, { person, held, relative }: Doing): Promise<Done | undefined> {
  if (what === 'arrives') return { tokens: await enter(town, person) };
  if (what === 'claims') return { tokens: await enter(town, { ...person, subject: `${person.subject}-again` }) };
  const tokens = await renew(town, held);
  const bearer = tokens.accessToken;
  if (what === 'returns' && rider % 4 === 0) await bindCard(town, person, tokens);
  if (what === 'helps' && relative) {
    const { name, documentKind, documentNumber, phone } = relative;
    const claim = { name, documentKind, documentNumber, phone, relation: 'parent', consent: true };
    const { members } = Members.parse(await succeeded(town, 'identity.add-member', claim, bearer)).value;
    const memberId = members[0]?.memberId;
    return { tokens, ...(memberId !== undefined && { memberId }) };
  }
  const { documentNumber } = person;
  if (what === 'exports') await succeeded(town, 'rights.export-own', { form: 'json', documentNumber }, bearer);
  if (what !== 'leaves') return { tokens };
  if (rider % 20 === 6) await succeeded(town, 'identity.delete-account', {}, bearer);
  else await succeeded(town, 'identity.sign-out', { everywhere: true }, bearer);
  return undefined;
}

/** A member's rides lead to whoever looks after them. */
async function nameMember({ needs }: Town, holderId: string, account: string, accountOf: Map<string, string>) {
  for (const { personId } of await membersOf(needs.store, holderId)) accountOf.set(`p_${personId}`, account);
}

/** The posted codes of the city. */
async function codesOf({ needs, posters }: Town): Promise<readonly string[]> {
  const { items } = await needs.store.find(venues, { where: { city: '420100' }, limit: 20 });
  return items.map(({ _id }) => posters.codeOf(_id)).filter((link) => link !== undefined);
}

async function enter(town: Town, { subject, name, documentKind, documentNumber, phone }: Person): Promise<Tokens> {
  const code = town.codes.issue(subject);
  const first = await answered(town, 'identity.sign-in', { provider: 'web', code, city: '420100' });
  await answered(town, 'identity.consent', { version: consentVersion, sensitive: true }, first.accessToken);
  return answered(town, 'identity.verify-identity', { name, documentKind, documentNumber, phone }, first.accessToken);
}

const renew = (town: Town, tokens?: Tokens): Promise<Tokens> =>
  answered(town, 'identity.refresh', { refreshToken: tokens?.refreshToken ?? '' });

const answered = async (town: Town, name: string, body: unknown, bearer?: string): Promise<Tokens> =>
  Session.parse(await succeeded(town, name, body, bearer)).value;

async function succeeded(town: Town, name: string, body: unknown, bearer?: string): Promise<unknown> {
  const back = await town.ask(name, body, bearer);
  if (!back.ok) throw new Error(`${name}: ${back.failure?.code} ${town.faults.join()}`);
  return back;
}

async function bindCard(town: Town, { cards }: Person, { accessToken }: Tokens): Promise<void> {
  const card = cards.find(({ known }) => known);
  if (card) await town.ask('cards.bind-card', { kind: card.kind, number: card.number }, accessToken);
}

async function ride(town: Town, codes: readonly string[], rider: number, { tokens, memberId }: Done): Promise<void> {
  const { clock, chance } = town.needs;
  const link = codes[rider % codes.length] ?? '';
  const scan = scanInput(link, clock.now(), chance.bytes, memberId === undefined ? {} : { memberId });
  const back = await town.ask('rides.record-scan', scan, tokens.accessToken);
  expect([back.status, back.failure?.code]).toEqual([200, undefined]);
}

/** With the day's key, which no attacker has. */
async function truthOf(
  { needs: { vault, store } }: Town,
  day: Day,
  accountOf: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const dayVault = await vault.day('420100', day);
  const truth = new Map<string, string>();
  for await (const batch of store.stream(scans, { where: { day } }))
    for (const { _id, rider, sealed } of batch) {
      const subject = dayVault?.open(_id, sealed).subjectId ?? '';
      truth.set(rider, accountOf.get(subject) ?? '');
    }
  return truth;
}
