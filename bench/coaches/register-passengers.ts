import { openLoadConnection } from '../scans/connection';
import { city } from './ledger-file';
import type { BenchedCoach } from './server';

/** Coaches whose passengers register, each on an account of their own. */
export interface Registering {
  readonly port: number;
  readonly coaches: readonly BenchedCoach[];
  readonly tokens: readonly string[];
  readonly passengersEach: number;
  readonly newId: (at: number) => string;
}

/** What was found. */
export interface Registered {
  readonly perSecond: number;
  /** Of each registration, ms. */
  readonly took: readonly number[];
  /** Of each look of a crew, ms. */
  readonly looks: readonly number[];
  /** From the answer to a passenger until their crew's screen shows it, at most, ms. */
  readonly behindMs: number;
}

const connections = 64;
const lookEveryMs = 2_000;

const post = async (port: number, path: string, token: string, body: unknown): Promise<unknown> => {
  const response = await fetch(`http://127.0.0.1:${port}/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${JSON.stringify(answer)}`);
  return answer;
};

/** Registers all passengers, coach after coach in turn: at a rate if one is given, else as fast as 64 connections do. Crews look while it lasts. */
export async function registerPassengers(
  { port, coaches, tokens, passengersEach, newId }: Registering,
  { perSecond }: { readonly perSecond?: number },
): Promise<Registered> {
  for (const { crewToken, departureId, opened } of coaches)
    await post(port, 'coaches.deliver-events', crewToken, { deliveries: [{ city, departureId, event: opened }] });
  const all = coaches.length * passengersEach;
  const acknowledged = coaches.map((): number[] => []);
  const took: number[] = [];
  const began = performance.now();
  let next = 0;
  const work = async () => {
    const connection = await openLoadConnection(port, '/api/coaches.register-passenger');
    for (let number = next++; number < all; number = next++) {
      if (perSecond !== undefined) await until(began + (number / perSecond) * 1_000);
      const at = number % coaches.length;
      const from = performance.now();
      const { status } = await connection.request(tokens[number] ?? '', bodyOf(coaches[at]?.code ?? '', number, newId));
      if (status !== 200) throw new Error(`a registration was refused: ${status}`);
      took.push(performance.now() - from);
      acknowledged[at]?.push(performance.now());
    }
    connection.close();
  };
  const looking = lookAt(port, coaches, acknowledged, perSecond === undefined);
  await Promise.all(Array.from({ length: connections }, work));
  const seconds = (performance.now() - began) / 1_000;
  return { perSecond: all / seconds, took, ...(await looking.end()) };
}

const until = (at: number): Promise<void> =>
  new Promise((resume) => setTimeout(resume, Math.max(0, at - performance.now())));

const bodyOf = (code: string, number: number, newId: (at: number) => string): string =>
  JSON.stringify({
    ...{ registrationId: newId(Date.now()), code },
    whom: {
      by: 'typed',
      name: '演示旅客',
      documentKind: 'passport',
      documentNumber: `E${String(10_000_000 + number)}`,
      phone: '13900000000',
    },
  });

/** Crews look every two seconds; each look tells how long the oldest registration that it shows first had waited. */
function lookAt(
  port: number,
  coaches: readonly BenchedCoach[],
  acknowledged: readonly (readonly number[])[],
  isIdle: boolean,
) {
  const looks: number[] = [];
  let [behindMs, isOver] = [0, false];
  const look = async ({ crewToken, departureId }: BenchedCoach, at: number) => {
    let shown = 0;
    await until(performance.now() + (at / coaches.length) * lookEveryMs);
    while (!isOver) {
      const from = performance.now();
      const told = await post(port, 'coaches.get-manifest', crewToken, { city, departureId });
      const here = performance.now();
      looks.push(here - from);
      const registered = Number(/"registered":(\d+)/.exec(JSON.stringify(told))?.[1]);
      const oldest = acknowledged[at]?.[shown];
      if (registered > shown && oldest !== undefined) behindMs = Math.max(behindMs, here - oldest);
      shown = registered;
      await until(from + lookEveryMs);
    }
  };
  const all = isIdle ? Promise.resolve([]) : Promise.all(coaches.map(look));
  return {
    end: async () => {
      isOver = true;
      await all;
      return { looks, behindMs };
    },
  };
}
