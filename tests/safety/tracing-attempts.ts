import { type TraceRequestRecord, traceRequests } from '@tongcheng/cloudfunctions/app/tracing/cases/request-record';
import { officialRoles, staffRoles } from '@tongcheng/shared/access';
import { endpoints } from '@tongcheng/shared/api';
import { hourMs } from '@tongcheng/shared/time';
import fc from 'fast-check';
import { bodies, type Known } from '../edge/inputs';
import { type Asked, as, askedFor, openedCase, outcome, rideTogether, townAtTen } from '../tracing/cases-town';
import { seededNumbers } from '../world/chance';
import { people } from '../world/people';
import type { Answered, Town } from '../world/town';
import { deviceToken, enrolled, officialToken, staffToken } from '../world/town-sessions';

/** Ways of somebody who lacks a case, a purpose or the second person. */
export const ways = ['endpoint', 'other-endpoint', 'replay', 'race', 'forged-store', 'call-by-name', 'token'] as const;
type Way = (typeof ways)[number];

/** Attempts of each way, and how they ended: `ended` by the code of the answer. Names came out of none. */
export type AttemptsMade = Readonly<Record<string, number>>;

/** Riders who were exposed, by their place among the demonstration people; the first one is the rider of the cases. */
const together = [1, 2, 3] as const;
const tokenMs = 12 * hourMs;

/** A town with cases in every state, and what must come out to nobody. */
async function openAttacked(seed: number) {
  const town = await townAtTen();
  await rideTogether(town, together);
  const [asker, second] = [as(town, 'asker', ['health']), as(town, 'second', ['health-supervisor'])];
  const requests: Asked[] = [];
  for (let number = 0; number < 4; number += 1)
    requests.push(await askedFor(town, await openedCase(town, together[0])));
  const [open, waiting, rejected, ended] = requests;
  if (!open || !waiting || !rejected || !ended) throw new Error('no requests');
  await second('tracing.decide-request', { ...open, approve: true });
  await second('tracing.decide-request', { ...rejected, approve: false });
  await second('tracing.decide-request', { ...ended, approve: true });
  await asker('tracing.end-request', { requestId: ended.requestId, reason: '试 trial' });
  const caseIds = await Promise.all(requests.map(async ({ requestId }) => (await held(town, requestId)).caseId));
  const secrets = together.flatMap((index) => {
    const { name = '', documentNumber = '', phone = '' } = people[index] ?? {};
    return [name, documentNumber, phone];
  });
  const hidden = [waiting, rejected, ended];
  const attacked = { town, random: seededNumbers(seed), open, waiting, hidden, caseIds, secrets, asker, second };
  // The oracle sees: where both keys were turned the names are in the answer.
  const told = await asker('tracing.open-names', { requestId: open.requestId, limit: 50 });
  if (leakIn(attacked, told) === undefined) throw new Error('names that are open were not seen');
  return attacked;
}

type Attacked = Awaited<ReturnType<typeof openAttacked>>;

async function held({ needs }: Town, requestId: string): Promise<TraceRequestRecord & { readonly _v: number }> {
  const found = await needs.store.get(traceRequests, requestId);
  if (!found) throw new Error('no such request');
  return found;
}

const leakIn = ({ secrets }: Pick<Attacked, 'secrets'>, told: Answered): string | undefined => {
  const text = JSON.stringify(told);
  return secrets.find((secret) => text.includes(secret));
};

/** Callers who lack something, with what they are; made anew for each world. */
async function callersOf(town: Town) {
  const official = (who: string, roles: Parameters<typeof officialToken>[1], cities = ['420100']) =>
    officialToken(town, roles, cities, tokenMs, undefined, who);
  const outside = [
    undefined,
    (await enrolled(town, 20)).accessToken,
    ...staffRoles.map((role) => staffToken(town, role, ['420100-bus-e1-01'], '420100', tokenMs)),
    deviceToken(town, 'gate', '420100', tokenMs),
    official('stranger', officialRoles, ['420200']),
    official('nobody', officialRoles, []),
  ];
  return {
    /** Of no office of this city: they may do nothing of tracing at all. */
    outside,
    /** Of this city, without the health office. */
    others: [official('bureau-1', ['administrator', 'bureau', 'operator', 'auditor'])],
    /** Of the health office, for names that were approved for somebody else or for nobody. */
    health: [official('third', ['health']), official('asker', ['health']), official('fourth', ['health-supervisor'])],
  };
}

type Callers = Awaited<ReturnType<typeof callersOf>>;

/** One attempt: what came of it, all its answers. */
type Attempt = (attacked: Attacked, callers: Callers, generated: Generated) => Promise<readonly Answered[]>;
type Generated = ReturnType<typeof generatedBodies>;

const tracing = endpoints.filter(({ name }) => name.startsWith('tracing.'));
const elsewhere = endpoints.filter(({ name }) => !name.startsWith('tracing.'));

/** Bodies of the right shape for the most part, with ids that exist. */
function generatedBodies({ caseIds, hidden, open }: Attacked, seed: number) {
  const all = [open, ...hidden];
  const known: Known = {
    caseId: caseIds,
    requestId: all.map(({ requestId }) => requestId),
    digest: all.map(({ digest }) => digest),
    // Not the strangers' own city, whose cases, of which there are none, they may list.
    city: ['420100'],
    approve: [true],
    limit: [50],
  };
  const numRuns = 60;
  return new Map<string, readonly unknown[]>(
    endpoints.map((each) => [each.name, fc.sample(bodies(each, known), { numRuns, seed })]),
  );
}

const pick = <T>(random: () => number, list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];

const attempts: Readonly<Record<Way, Attempt>> = {
  endpoint: async ({ town, random }, { outside, others }, generated) => {
    const { name = '' } = pick(random, tracing) ?? {};
    const isOthers = random() < 0.3 && !['tracing.list-cases', 'tracing.list-measures'].includes(name);
    const body = pick(random, generated.get(name) ?? []);
    return [await town.ask(name, body, pick(random, isOthers ? others : outside))];
  },
  'other-endpoint': async ({ town, random }, { outside }, generated) => {
    const { name = '' } = pick(random, elsewhere) ?? {};
    return [await town.ask(name, pick(random, generated.get(name) ?? []), pick(random, outside))];
  },
  // What was once right, for another request, another person or again.
  replay: async ({ town, random, open, hidden }, { health, others }) => {
    const other = pick(random, hidden) ?? open;
    const told = await town.ask(
      'tracing.decide-request',
      { ...other, digest: open.digest, approve: true },
      pick(random, [...health, ...others]),
    );
    const [third] = health;
    const names = { requestId: random() < 0.5 ? open.requestId : other.requestId, limit: 50 };
    return [told, await town.ask('tracing.open-names', names, third)];
  },
  race: async ({ town, random, waiting, asker }, { health, others }) => {
    const decide = { ...waiting, approve: true };
    const wrong = [health[0], health[1], ...others].map((bearer) =>
      random() < 0.8
        ? [town.ask('tracing.decide-request', { ...decide, digest: `${decide.digest.slice(1)}A` }, bearer)]
        : [],
    );
    const opening = asker('tracing.open-names', { requestId: waiting.requestId, limit: 50 });
    return Promise.all([...wrong.flat(), opening]);
  },
  'forged-store': async (attacked, { health }) => {
    const { town, random, hidden, open, asker } = attacked;
    const { requestId } = pick(random, hidden) ?? open;
    const { _v, ...was } = await held(town, requestId);
    const right = await held(town, open.requestId);
    await town.needs.store.update(traceRequests, { ...was, ...forgery(random, right, town.needs.clock.now()) }, _v);
    const told = [
      await asker('tracing.open-names', { requestId, limit: 50 }),
      await town.ask('tracing.open-names', { requestId, limit: 50 }, health[0]),
    ];
    await town.needs.store.update(traceRequests, was, _v + 1);
    return told;
  },
  'call-by-name': async ({ town, random, open }, { outside, health }) => {
    const spelled = pick(random, [
      'tracing.open-names/',
      'TRACING.OPEN-NAMES',
      'tracing/open-names',
      '__proto__',
      'constructor',
      'tracing.openNames',
      ' tracing.open-names',
      'tracing.open-names\u0000',
      '../tracing.open-names',
    ]);
    const body = {
      requestId: open.requestId,
      limit: 50,
      caller: { kind: 'official', roles: ['health'] },
      officialId: 'asker',
    };
    return [await town.ask(spelled ?? '', body, pick(random, [...outside, ...health]))];
  },
  // A session that was changed by as little as can be, or whose time is over.
  token: async ({ town, random, open }, _callers) => {
    const right = officialToken(town, ['health'], ['420100'], tokenMs, undefined, 'asker');
    const at = Math.floor(random() * right.length);
    const other = right.charAt(at) === 'A' ? 'B' : 'A';
    const changed = right.slice(0, at) + other + right.slice(at + 1);
    const isOver = random() < 0.2;
    const bearer = isOver ? officialToken(town, ['health'], ['420100'], -1, undefined, 'asker') : changed;
    return [await town.ask('tracing.open-names', { requestId: open.requestId, limit: 50 }, bearer)];
  },
};

function forgery(random: () => number, right: TraceRequestRecord, now: number): Partial<TraceRequestRecord> {
  const approved = { state: 'approved', decidedBy: 'second', decidedAt: now, opensUntil: now + hourMs } as const;
  const { approval, digest } = right;
  const moved = approval === undefined ? {} : { approval };
  return (
    pick(random, [
      approved,
      { ...approved, ...moved },
      { ...approved, ...moved, digest },
      { ...approved, requestedBy: 'third' },
    ]) ?? approved
  );
}

/** Makes so many attempts; throws at the first that was answered with somebody's name, document or phone, or was let in where nobody is. */
export async function attemptTracing(count: number, seed: number): Promise<AttemptsMade> {
  const attacked = await openAttacked(seed);
  try {
    const callers = await callersOf(attacked.town);
    const generated = generatedBodies(attacked, seed);
    const made: Record<string, number> = {};
    for (let number = 0; number < count; number += 1) {
      const way = ways[number % ways.length] ?? 'endpoint';
      const answers = await attempts[way](attacked, callers, generated);
      const wrong = answers.find(
        (told) => leakIn(attacked, told) !== undefined || (way !== 'other-endpoint' && told.ok),
      );
      if (wrong) throw new Error(`attempt ${number} of seed ${seed}, ${way}: ${JSON.stringify(wrong).slice(0, 500)}`);
      made[way] = (made[way] ?? 0) + 1;
      const { failure } = answers.at(-1) ?? {};
      const ended = `ended: ${failure?.code ?? 'ok, without a name'}`;
      made[ended] = (made[ended] ?? 0) + 1;
    }
    // The two keys still open what they opened: nothing was refused because nothing goes any more.
    const still = await outcome(
      attacked.asker('tracing.open-names', { requestId: attacked.open.requestId, limit: 50 }),
    );
    if (still !== 'ok') throw new Error(`after the attempts of seed ${seed} the two cannot open: ${still}`);
    return made;
  } finally {
    await attacked.town.close();
  }
}
