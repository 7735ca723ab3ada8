import { addDays, dayOf, dayStart, hourMs } from '@tongcheng/shared/time';
import type { FaceChecks } from './face-checks';
import type { Handovers } from './handovers';
import type { OneTimeCodes } from './one-time-codes';
import type { PeopleRegister, RegisteredPerson } from './people-register';
import { type FollowedPeople, followedPeople } from './status-feed';

/** What the local services know and use. */
export interface LocalServicesState {
  readonly people: PeopleRegister;
  readonly codes: OneTimeCodes<string>;
  readonly faces: FaceChecks;
  readonly handovers: Handovers;
  readonly now: () => number;
}

type ServiceRequest = Readonly<Record<string, unknown>>;
const text = (question: ServiceRequest, field: string) => {
  const value = question[field];
  return typeof value === 'string' ? value : '';
};

/** Every operation by its path: a question in, the answer of the outside service out. */
export const localServiceAnswers: Readonly<
  Record<string, (known: LocalServicesState, question: ServiceRequest) => unknown>
> = {
  '/providers/sign-in/exchange': ({ codes }, question) => {
    const redeemed = codes.redeem(text(question, 'code'));
    return redeemed.was === 'good' ? { result: 'known', subject: redeemed.value } : { result: 'refused' };
  },
  '/providers/real-name/check': ({ people }, question) => {
    const found = people.find(text(question, 'documentNumber'));
    if (!found || found.documentKind !== question.documentKind) return { result: 'unknown-document' };
    return { result: isSame(found, question) ? 'match' : 'mismatch' };
  },
  '/providers/health-code/status': ({ people, now }, question) => {
    const found = people.find(text(question, 'documentNumber'));
    return found ? healthOf(found, question.channel, now()) : { status: null, test: null };
  },
  '/providers/health-code/feed/follow': (known, { holders }) => feedOf(known).follow(holders),
  '/providers/health-code/feed/leave': (known, { subjects }) => feedOf(known).leave(subjects),
  '/providers/health-code/feed/changes': (known, { after }) => feedOf(known).changes(after),
  '/providers/health-code/handover/begin': ({ handovers }) => {
    const consentId = handovers.begin();
    return { consentId, pages: { web: `/city/health-code?consent=${consentId}` } };
  },
  '/providers/health-code/handover/outcome': ({ people, handovers }, question) =>
    holderOf(people, handovers.outcome(text(question, 'consentId'))),
  '/providers/face-check/begin': ({ faces }, question) => {
    const { checkId, endsAt } = faces.begin(text(question, 'documentNumber'));
    return { checkId, endsAt, url: new URL(`/city/face-check?check=${checkId}`, text(question, 'returnUrl')).href };
  },
  '/providers/face-check/outcome': ({ faces }, question) => ({
    result: faces.outcome(text(question, 'checkId'), text(question, 'documentNumber')),
  }),
  '/providers/card-issuer/check': ({ people }, question) => ({
    result: people.card(text(question, 'kind'), text(question, 'number')),
  }),
};

/** One list of followed people for each register. */
const feeds = new WeakMap<PeopleRegister, FollowedPeople>();

function feedOf({ people, now }: LocalServicesState): FollowedPeople {
  const known = feeds.get(people);
  if (known) return known;
  const feed = followedPeople((documentNumber) => {
    const found = people.find(documentNumber);
    if (!found) return { status: null, test: null };
    // In bulk there is no channel: the status is asked for where it is.
    const { status, test } = healthOf(found, found.elsewhere ?? 'web', now());
    return { status: status ?? null, test };
  }, now);
  feeds.set(people, feed);
  return feed;
}

/** The facts that are asked, together; the phone only where it is the person's own. */
const isSame = ({ name, phone }: RegisteredPerson, question: ServiceRequest): boolean =>
  name === text(question, 'name') &&
  (phone === undefined || question.phone === undefined || phone === text(question, 'phone'));

/** Who agreed; a child's phone is somebody else's, so that there is too little of a child. */
function holderOf(people: PeopleRegister, word: ReturnType<Handovers['outcome']>) {
  if (word === 'nothing-yet') return { result: 'pending' };
  const found = typeof word === 'object' ? people.find(word.documentNumber) : undefined;
  if (!found) return { result: 'refused' };
  const { name, documentKind, documentNumber, phone } = found;
  return phone === undefined
    ? { result: 'incomplete' }
    : { result: 'given', holder: { name, documentKind, documentNumber, phone } };
}

/** A status is renewed every morning at six and holds for a day and a half. The channel that has it says green, the other one where it is. */
function healthOf(person: RegisteredPerson, channel: unknown, now: number) {
  const today = dayOf(now);
  const sixToday = dayStart(today) + 6 * hourMs;
  const issuedAt = sixToday <= now ? sixToday : sixToday - 24 * hourMs;
  const isHere = person.elsewhere === channel;
  const colour = isHere ? 'green' : person.colour;
  const status = colour && {
    colour,
    issuedAt,
    expiresAt: issuedAt + 36 * hourMs,
    source: 'provincial-health-code',
  };
  return { status, ...(person.elsewhere && !isHere ? { elsewhere: person.elsewhere } : {}), test: testOf(person, now) };
}

function testOf({ testDaysAgo, testResult }: RegisteredPerson, now: number) {
  if (testDaysAgo === null) return null;
  const takenAt = dayStart(addDays(dayOf(now), -testDaysAgo)) + 30 * 60_000;
  return { result: testResult, takenAt: Math.min(takenAt, now) };
}
