import type { RandomBytes } from '@tongcheng/shared/ids';
import type { Instant } from '@tongcheng/shared/time';
import { diceOf } from '../chance';
import type { Act } from '../journeys/journey';
import type { Person } from '../people/person';
import { deliverKept } from '../riders/deliver';
import { type Phone, phoneOf } from '../riders/phone';
import { keep, readCode, sendScan } from '../riders/scan';
import { consentReader } from './consent-reader';
import type { Happening, Walk } from './happening';
import type { Book } from './ledger';
import type { LiveOptions } from './options';

/** All riders with their phones. Each does one thing after another; different ones at the same time. */
export interface Crowd {
  perform(happening: Happening): Promise<void>;
  /** Phones with something to deliver by now. */
  waiting(): readonly number[];
  deliver(personIndex: number): Promise<void>;
  /** Scans that phones still keep. */
  kept(): number;
}

/** Hands the phones out; what they remember is in the state. */
export const crowdOf = (options: LiveOptions, now: () => Instant, book: Book, purpose: string): Crowd => {
  const { transport, transportOf = () => transport, signInCode, posters, network, state, people } = options;
  const consent = options.consentCode && { consentCode: options.consentCode };
  const began = now();
  const consentVersion = consentReader(transport, network.city, now);
  const needs = { transportOf, signInCode, posters, city: network.city, consentVersion, now, book, ...consent };
  const byIndex = new Map<number, Person>(people.map((person) => [person.index, person]));
  const inTurn = turns();
  const withPhone = (index: number, at: Instant, act: (phone: Phone) => Promise<void>): Promise<void> => {
    const person = byIndex.get(index);
    if (!person) return Promise.resolve();
    const random = idsOf(options.seed, purpose, began, index, at);
    return inTurn(index, () => act(phoneOf(person, memoryOf(state, index), { ...needs, random })));
  };
  return {
    perform: ({ walk, act, at }) =>
      withPhone(walk.journey.personIndex, at, (phone) =>
        act === 'network-is-back' ? deliverKept(phone) : perform(phone, walk, act),
      ),
    deliver: (index) => withPhone(index, now(), deliverKept),
    waiting: () =>
      Object.entries(state.riders)
        .filter(([, { kept }]) => kept.some(({ deliverAt }) => deliverAt <= now()))
        .map(([index]) => Number(index)),
    kept: () => Object.values(state.riders).reduce((sum, { kept }) => sum + kept.length, 0),
  };
};

/**
 * The same bytes whenever the same person does the same thing of a day: an id does not depend on who is answered first, so a
 * day that is lived again after a stop sends the same scans again, which have one effect.
 */
const idsOf =
  (...what: readonly (string | number)[]): RandomBytes =>
  (size) =>
    diceOf('ids', ...what).bytes(size);

async function perform(phone: Phone, walk: Walk, act: Act): Promise<void> {
  if (walk.turnedAway) return;
  const scan = readCode(phone, act);
  if (!scan) return;
  if (act.deliverAt !== undefined) {
    keep(phone, scan, act.deliverAt);
    return;
  }
  await deliverKept(phone);
  if ((await sendScan(phone, scan)) === 'refuse') walk.turnedAway = true;
}

function memoryOf(state: LiveOptions['state'], index: number) {
  const held = state.riders[index] ?? { kept: [] };
  state.riders[index] = held;
  return held;
}

/** What belongs to one rider happens one after another. */
function turns(): (index: number, task: () => Promise<void>) => Promise<void> {
  const last = new Map<number, Promise<void>>();
  return (index, task) => {
    const before = last.get(index);
    const mine = (before ? before.catch(() => undefined).then(task) : task()).finally(() => {
      if (last.get(index) === mine) last.delete(index);
    });
    last.set(index, mine);
    return mine;
  };
}
