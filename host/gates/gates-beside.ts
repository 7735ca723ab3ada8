import type { Container } from '@tongcheng/cloudfunctions/wiring/container';
import type { SimulatedCity } from '../city/simulated-city';
import type { Close } from '../closing';
import type { HostOptions } from '../options';
import { terminalLine } from '../terminal';
import { cardsToTry } from './cards-to-try';
import { type RunningGates, runGates } from './simulated-gates';

/** What gates beside a host take of it. */
interface Beside {
  readonly container: Container;
  readonly options: HostOptions;
  readonly city: SimulatedCity;
  /** Where this host answers. */
  readonly url: string;
  readonly say: (line: string) => void;
}

/** Runs the gates once yesterday is lived, since then cards are linked; says where their screens are and what to tap. Gives what ends them. */
export function gatesBeside({ container, options, city, url, say }: Beside, settled: Promise<unknown>): Close {
  const { gateProgram, dataFolder } = options;
  let isStopping = false;
  const begin = async (): Promise<RunningGates | undefined> => {
    await settled.catch(() => undefined);
    if (isStopping || gateProgram === undefined) return undefined;
    const gates = await runGates({ container, program: gateProgram, dataFolder, url });
    for (const { name, screen } of gates.shown)
      say(terminalLine(name, screen ?? '没有启动，见目录 gates did not start: see the folder gates'));
    say(cardsToTry(city));
    return gates;
  };
  const running = begin().catch((fault: unknown) => {
    say(`闸机没有启动 the gates did not start: ${fault instanceof Error ? fault.message : ''}`);
    return undefined;
  });
  return async () => {
    isStopping = true;
    await (await running)?.stop();
  };
}
