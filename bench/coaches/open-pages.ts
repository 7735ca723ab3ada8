import { openLoadConnection } from '../scans/connection';
import type { Registering } from './register-passengers';

/** So often a passenger's open page asks, as `use-departure-news.ts` on the phone does. */
const everyMs = 20_000;
const connections = 32;

/** The pages of all passengers of some coaches, open until they are closed; gives how long each asking took, in ms, and how many there were a second. */
export function openPages({ port, coaches, tokens, passengersEach }: Registering) {
  const all = coaches.length * passengersEach;
  const took: number[] = [];
  const began = performance.now();
  let [next, isOver] = [0, false];
  const work = async () => {
    const connection = await openLoadConnection(port, '/api/coaches.look-at-departure');
    for (let number = next++; !isOver; number = next++) {
      const wait = began + (number / all) * everyMs - performance.now();
      await new Promise((resume) => setTimeout(resume, Math.max(0, wait)));
      if (isOver) break;
      const from = performance.now();
      const body = JSON.stringify({ code: coaches[number % coaches.length]?.code });
      const { status } = await connection.request(tokens[number % all] ?? '', body);
      if (status !== 200) throw new Error(`a page was refused: ${status}`);
      took.push(performance.now() - from);
    }
    connection.close();
  };
  const working = Promise.all(Array.from({ length: connections }, work));
  return {
    close: async (): Promise<{ readonly took: readonly number[]; readonly perSecond: number }> => {
      isOver = true;
      const seconds = (performance.now() - began) / 1_000;
      await working;
      return { took, perSecond: took.length / seconds };
    },
  };
}
