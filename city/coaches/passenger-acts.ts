import { type Client, createClient } from '@tongcheng/shared/client';
import type { Whom } from '@tongcheng/shared/coaches/passenger-wire';
import { minuteMs } from '@tongcheng/shared/time';
import { diceOf } from '../chance';
import type { Person } from '../people/person';
import { deskPost, driverPost } from './coach-posts';
import { departureCodeOf, wantsAddresses } from './crew-acts';
import { somewhereIn } from './map';
import { actId, type Moment } from './moment';
import { type Helped, type Party, type PlannedAct, type PlannedDeparture, ticketNumberOf } from './planned-departure';

type At<K extends PlannedAct['kind']> = Extract<PlannedAct, { readonly kind: K }>;

/** One in eight of those who scan is a rider who proved who they are; the others type. */
const knownShare = 0.125;

/** A party scans the code on the crew's phone and registers, each with a registration of their own. */
export async function registerParty(moment: Moment, departure: PlannedDeparture, act: At<'registers'>): Promise<void> {
  const code = await departureCodeOf(moment, departure);
  const phone = await phoneOf(moment, act.party);
  if (code === undefined || !phone) return;
  for (const [nth, person] of act.party.people.entries()) {
    const isSelf = nth === 0 && phone.isKnown;
    const whom = whomOf(departure, person, isSelf ? await ownTicket(phone, departure, code) : undefined, isSelf);
    const answer = await phone.client.call('coaches.register-passenger', {
      registrationId: registrationOf(moment, departure, act.party, nth),
      code,
      whom,
      ...(isTicketed(departure) ? {} : addressesFor(moment, departure, person)),
      ...placeOf(moment, departure, act),
    });
    moment.tally.count(done[whom.by], answer.ok ? undefined : answer.failure.code);
  }
}

/** Of those who scan so many let a rough place go along. */
const placedShare = 0.4;

/** Where the party's phone is, if its owner lets that go along. */
function placeOf({ seed }: Moment, { departureId, city }: PlannedDeparture, { party, elsewhere }: At<'registers'>) {
  const dice = diceOf(seed, 'place', departureId, party.order);
  if (elsewhere === undefined && !dice.happens(placedShare)) return {};
  return { position: { ...somewhereIn(elsewhere ?? city, dice), accuracyMetres: 120 } };
}

const done = {
  self: 'passenger registers',
  member: 'passenger registers',
  typed: 'passenger types',
  ticket: 'passenger confirms',
  'ticket-number': 'passenger names ticket',
} as const;

/** Tickets of it were sold ahead: its passengers state nothing else. */
const isTicketed = ({ acts }: PlannedDeparture): boolean => acts.some(({ kind }) => kind === 'sells');

/** The ticket that a known rider finds when they scan. */
async function ownTicket({ client }: PassengerPhone, departure: PlannedDeparture, code: string) {
  if (!isTicketed(departure)) return undefined;
  const seen = await client.call('coaches.look-at-departure', { code });
  return seen.ok ? seen.value.tickets.find(({ memberId }) => memberId === undefined)?.ticket : undefined;
}

function whomOf(departure: PlannedDeparture, person: Person, ticket: string | undefined, isSelf: boolean): Whom {
  if (ticket !== undefined) return { by: 'ticket', ticket };
  if (isSelf && !isTicketed(departure)) return { by: 'self' };
  if (!isTicketed(departure)) return { by: 'typed', ...typedOf(person), phone: person.phone };
  const documentEnding = person.documentNumber.slice(-4);
  return { by: 'ticket-number', ticketNumber: ticketNumberOf(departure, person), documentEnding };
}

/** The first of a party takes their registration back before the coach leaves. */
export async function withdrawFirst(moment: Moment, departure: PlannedDeparture, act: At<'withdraws'>): Promise<void> {
  const code = await departureCodeOf(moment, departure);
  const phone = await phoneOf(moment, act.party);
  if (code === undefined || !phone) return;
  const answer = await phone.client.call('coaches.withdraw-passenger', {
    withdrawalId: actId(moment, departure, act.at, 'withdraws', act.party.order),
    code,
    registrationId: registrationOf(moment, departure, act.party, 0),
  });
  moment.tally.count('passenger withdraws', answer.ok ? undefined : answer.failure.code);
}

/** L-07: crew or the station's desk register somebody with the document in hand. */
export async function helpPassenger(moment: Moment, departure: PlannedDeparture, act: At<'helps'>): Promise<void> {
  const { order, person, by }: Helped = act.helped;
  // While the crew's confirmation has not arrived the station does not see the departure.
  const posts = by === 'desk' ? [deskPost(departure), driverPost(departure)] : [driverPost(departure)];
  for (const post of posts) {
    const desk = await moment.deskOf(post);
    const answer = await desk?.client.call('coaches.register-for-passenger', {
      registrationId: actId(moment, departure, act.at, 'helps', order),
      ...{ city: departure.city, departureId: departure.departureId, at: act.at },
      whom: { ...typedOf(person), phone: person.phone },
      ...addressesFor(moment, departure, person),
    });
    if (answer?.ok) return moment.tally.count(`${post.role} registers`);
    if (post === posts.at(-1)) moment.tally.count(`${post.role} registers`, answer?.failure.code ?? 'no-session');
  }
}

const registrationOf = (moment: Moment, departure: PlannedDeparture, { order }: Party, nth: number): string =>
  actId(moment, departure, departure.departsAt - minuteMs * (nth + 1), 'registers', order, nth);

/** As somebody types a person. */
export const typedOf = ({ name, documentKind, documentNumber }: Person) => ({ name, documentKind, documentNumber });

/** L-03: where the destination asks for them. */
export function addressesFor(moment: Moment, departure: PlannedDeparture, { index }: Person) {
  if (!wantsAddresses(moment, departure)) return {};
  const home = moment.province.cities.find(({ city }) => city === departure.city)?.name.zh ?? '';
  return {
    addressBefore: `辽宁省${home}市演示路${(index % 200) + 1}号`,
    addressThere: `北京市演示街${(index % 90) + 1}号`,
  };
}

interface PassengerPhone {
  readonly client: Client;
  readonly isKnown: boolean;
}

/** The first of a party with the web app: signed in, and with a proven identity where they are a rider who wants one. */
async function phoneOf(moment: Moment, { people }: Party): Promise<PassengerPhone | undefined> {
  const [owner] = people;
  if (!owner) return undefined;
  const [home] = moment.province.cities;
  let token: string | undefined;
  const client = createClient(moment.transportOf(owner.index), () => token);
  const signIn = async () => {
    const code = await moment.signInCode(owner.subject);
    return client.call('identity.sign-in', { provider: 'web', code, city: home?.city ?? '' });
  };
  // A past day goes by so fast that a code of a minute may be over before it is brought.
  const first = await signIn();
  const signedIn = first.ok ? first : await signIn();
  if (!signedIn.ok) {
    moment.tally.count('passenger signs in', signedIn.failure.code);
    return undefined;
  }
  token = signedIn.value.accessToken;
  if (signedIn.value.account.authenticated) return { client, isKnown: true };
  if (!diceOf(moment.seed, 'known', owner.index).happens(knownShare)) return { client, isKnown: false };
  const proven = await proveIdentity(moment, client, owner, (next) => {
    token = next;
  });
  return { client, isKnown: proven };
}

async function proveIdentity(moment: Moment, client: Client, owner: Person, hold: (token: string) => void) {
  const [home] = moment.province.cities;
  const settings = await client.call('venues.get-city', { city: home?.city ?? '' });
  if (!settings.ok) return false;
  const consent = await client.call('identity.consent', { version: settings.value.consentVersion, sensitive: true });
  if (!consent.ok) return false;
  hold(consent.value.accessToken);
  const claim = { ...typedOf(owner), phone: owner.phone, ...(owner.child && { guardianConsent: true as const }) };
  const answer = await client.call('identity.verify-identity', claim);
  moment.tally.count('passenger proves', answer.ok ? undefined : answer.failure.code);
  if (!answer.ok) return false;
  hold(answer.value.accessToken);
  return answer.value.account.authenticated;
}
