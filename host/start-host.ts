import { mkdirSync } from 'node:fs';
import type { Ledger } from '@tongcheng/city';
import { makeAnswer } from '@tongcheng/cloudfunctions/edge/answer';
import { type Container, makeContainer } from '@tongcheng/cloudfunctions/wiring/container';
import { bringCities } from './bring-cities';
import { fillYesterday, goOn, type Living } from './city/live';
import { readPosters } from './city/posters';
import { cityCode, cityFolder, openCity, type SimulatedCity, serveCity } from './city/simulated-city';
import { configurationOf } from './configuration';
import { type FirstStart, firstStart } from './first-start';
import { allRoutes, timerFunctions } from './functions';
import { makeGateway } from './gateway';
import type { HostOptions } from './options';
import { at } from './places';
import { readTimers, startTimers } from './timers';

/** A host that answers. */
export interface RunningHost {
  readonly url: string;
  readonly container: Container;
  readonly city: SimulatedCity | undefined;
  readonly first: FirstStart;
  /** Resolves when yesterday is lived, its report is formed and the present day goes on; with yesterday's ledger, if it was lived now. */
  readonly settled: Promise<Ledger | undefined>;
  /** Lets running requests end, flushes, closes. Safe to call twice. */
  stop(): Promise<void>;
}

/** Starts everything on one machine. The gateway answers when this resolves; the city catches up behind it. */
export async function startHost(
  options: HostOptions,
  { say, keepLedger = false }: { readonly say: (line: string) => void; readonly keepLedger?: boolean },
): Promise<RunningHost> {
  mkdirSync(options.dataFolder, { recursive: true, mode: 0o700 });
  const city = options.city ? await openCity(options.dataFolder, options.journeys) : undefined;
  const config = configurationOf(options, city);
  const container = await makeContainer(config);
  const folder = options.citiesFolder ?? (city ? cityFolder : undefined);
  if (folder !== undefined) await bringCities(container, folder, say);
  const answer = makeAnswer(allRoutes);
  const gateway = await makeGateway((request) => answer(container, request), container, city !== undefined);
  const posters = await readPosters(container, cityCode);
  if (city) serveCity(gateway, city, posters);
  const first = await firstStart(container, city, posters);
  await gateway.listen({ port: options.port, host: options.address });
  const living = city && { city, config, container, posters, options, say, keepLedger };
  const life = begin(living, container, options.publicUrl);
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    await life.stop();
    await gateway.close();
    await city?.providers.close();
    await city?.mailbox.close();
    await container.store.close();
  };
  return {
    url: options.publicUrl,
    container,
    city,
    first,
    settled: life.settled,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

/** The city's past, then the timers, then its present. Without a city only the timers. */
function begin(living: Living | undefined, container: Container, url: string) {
  const stops: (() => void | Promise<void>)[] = [];
  let stopping = false;
  const later = async () => {
    const ledger = living && (await fillYesterday(living));
    if (stopping) return ledger;
    for (const work of Object.values(timerFunctions)) await runTimer(container, work);
    if (stopping) return ledger;
    const timers = readTimers(at('serverless.yml'));
    stops.push(startTimers(timers, (name) => runTimer(container, timerFunctions[name])));
    if (living) {
      const present = goOn(living, url);
      stops.push(() => present.stop());
    }
    return ledger;
  };
  const settled = later();
  settled.catch(() => undefined);
  return {
    settled,
    stop: async () => {
      stopping = true;
      for (const stop of stops) await stop();
    },
  };
}

async function runTimer(container: Container, work: ((needs: Container) => Promise<void>) | undefined): Promise<void> {
  await work?.(container).catch((fault: unknown) => {
    const told = fault instanceof Error ? (fault.stack ?? fault.name) : 'not an Error';
    container.log.event('fault', 'a timer failed', { fault: told });
  });
}
