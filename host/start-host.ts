import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Ledger } from '@tongcheng/city';
import { restrictTo } from '@tongcheng/cloudfunctions/adapters/sqlite/restrict';
import type { ShowCredentials } from '@tongcheng/cloudfunctions/app/oversight/official-credentials';
import { makeAnswer } from '@tongcheng/cloudfunctions/edge/answer';
import { diskWords } from '@tongcheng/cloudfunctions/ports/disk-words';
import type { DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';
import { type Container, makeContainer } from '@tongcheng/cloudfunctions/wiring/container';
import type { Overrides } from '@tongcheng/cloudfunctions/wiring/overrides';
import { begin } from './begin';
import { bringCities, refuseSimulatedCity, servedCities } from './bring-cities';
import { withHealthCodePage } from './city/health-code-page';
import { readPosters } from './city/posters';
import { asDemonstration, cityCode, cityFolder, openCity, type SimulatedCity, serveCity } from './city/simulated-city';
import { type Close, closeAll } from './closing';
import { configurationOf } from './configuration';
import { type FirstStart, firstStart } from './first-start';
import { allRoutes, operationNames } from './functions';
import { gatesBeside } from './gates/gates-beside';
import { gateCityFolder } from './gates/simulated-gates';
import { makeGateway } from './gateway';
import { makeHostHealth } from './health';
import { listen } from './listen';
import { countedStore } from './metrics/counted-store';
import { backupGauge, healthGauges } from './metrics/health-gauges';
import { makeMetrics } from './metrics/metrics';
import { outboxGauges } from './metrics/outbox-gauges';
import { serveMetrics } from './metrics/serve-metrics';
import type { HostOptions } from './options';
import { type Progress, progressLines } from './progress';
import { beginProvince } from './province/begin-province';
import { openProvince, provinceFolder, type SimulatedProvince, serveDepartures } from './province/simulated-province';
import { refuseOtherFiles } from './shared-files';

/** A host that answers. */
export interface RunningHost {
  readonly url: string;
  readonly container: Container;
  readonly city: SimulatedCity | undefined;
  readonly province: SimulatedProvince | undefined;
  readonly first: FirstStart;
  /** Resolves when yesterday is lived, its report is formed and the present day goes on; with yesterday's ledger, if it was lived now. */
  readonly settled: Promise<Ledger | undefined>;
  /** From now on it says that it is not ready, and serves on: so that whoever balances sends riders elsewhere before it stops. */
  leave(): void;
  /** Lets running requests end, flushes, closes. Safe to call twice. */
  stop(): Promise<void>;
}

/** What whoever starts a host may say and bring. */
export interface Starting {
  readonly say: (line: string) => void;
  /** Shows the first officials' sign-in, once; if it throws they are not made. Who starts in this process has them by `first`. */
  readonly showCredentials?: ShowCredentials;
  /** How far yesterday's journeys are; lines by `say` unless given. */
  readonly progress?: Progress;
  /** Remember every acknowledged scan, for tests. */
  readonly keepLedger?: boolean;
  /** What tests bring to the container instead of the real thing. */
  readonly overrides?: Overrides;
}

/** Starts everything on one machine. The gateway answers when this resolves; the city catches up behind it. */
export async function startHost(options: HostOptions, starting: Starting): Promise<RunningHost> {
  const closes: Close[] = [];
  try {
    return await start(options, starting, closes);
  } catch (fault) {
    await closeAll(closes).catch(() => undefined);
    throw fault;
  }
}

async function start(options: HostOptions, starting: Starting, closes: Close[]): Promise<RunningHost> {
  const { say, showCredentials = async () => undefined, progress = progressLines(say), keepLedger = false } = starting;
  makePrivateFolder(options.dataFolder);
  const coaches = options.city && options.province ? openProvince(options.dataFolder) : undefined;
  const city = options.city ? await openCity(options.dataFolder, options.journeys, coaches?.people) : undefined;
  if (city) closes.push(() => city.providers.close());
  if (city) closes.push(() => city.platforms.close());
  if (city) closes.push(() => city.feeds.close());
  if (city) closes.push(() => city.mailbox.close());
  const config = configurationOf(options, city);
  const metrics = makeMetrics();
  const watchStore = (store: DocumentStore) => countedStore(store, metrics.storeCall);
  const stopping = new AbortController();
  const watching = { watchStore, watchBreaker: metrics.breaker, stopping: stopping.signal };
  const container = await makeContainer(config, { ...watching, ...starting.overrides });
  closes.push(() => container.store.close());
  await sayTroubles(container);
  if (isOneOfSeveral(container)) await refuseOtherFiles(container.store, join(options.dataFolder, 'objects'));
  const folder = options.citiesFolder ?? (city ? cityFolder : undefined);
  const mayBeDemonstration = city !== undefined;
  const adapt = city && ((settings: string) => asDemonstration(withHealthCodePage(settings)));
  if (!city) await refuseSimulatedCity(container);
  if (folder !== undefined) await bringCities(container, folder, { say, mayBeDemonstration, ...(adapt && { adapt }) });
  for (const beside of [...(coaches ? [provinceFolder] : []), ...(city && options.gates ? [gateCityFolder] : [])])
    await bringCities(container, beside, { say, mayBeDemonstration, adapt: asDemonstration });
  await servedCities(container, folder);
  const answer = makeAnswer(allRoutes);
  const timed = metrics.timed((request) => answer(container, request), operationNames);
  const health = makeHostHealth(container);
  const gateway = await makeGateway(timed, container, { ...options, health });
  outboxGauges(metrics.registry, container);
  healthGauges(metrics.registry, health);
  backupGauge(metrics.registry, options.dataFolder);
  serveMetrics(gateway, metrics.registry, config.installation.TONGCHENG_METRICS_TOKEN);
  const posters = await readPosters(container, cityCode);
  if (city) serveCity(gateway, city, posters);
  let drained: Promise<void> | undefined;
  const close = () => {
    drained ??= gateway.close();
    return drained;
  };
  closes.push(close);
  if (coaches) serveDepartures(gateway, coaches, options.publicUrl);
  const own = await listen(gateway, options);
  const first = await firstStart(container, city, posters, { showCredentials, say });
  const province = coaches && (await beginProvince(coaches, { config, container, showCredentials }, own));
  const living = city && { city, config, container, posters, options, progress, keepLedger };
  const around = living && { city: living, ...(province && { province: province.living }) };
  const life = begin(around, container, own, stopping, metrics.timerRan);
  // Together: requests must not wait, unread, for the work of timers to end.
  closes.push(async () => {
    await Promise.all([close(), life.stop()]);
  });
  if (city && options.gates) closes.push(gatesBeside({ container, options, city, url: own, say }, life.settled));
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= closeAll(closes);
    return stopped;
  };
  const shown = { ...first, ...(province && { ofProvince: province.invitations }) };
  const running = { container, city, province: coaches, first: shown };
  return { url: options.publicUrl, ...running, settled: life.settled, leave: health.leave, stop };
}

/** Whether other hosts may work on the same documents while the files lie in a folder. */
const isOneOfSeveral = ({ objects }: Container): boolean =>
  process.env.TONGCHENG_STORE === 'postgres' && objects.openLink !== undefined;

/** What the store noticed when it was opened: files that are damaged, or lack what was acknowledged. */
async function sayTroubles({ store, log }: Container): Promise<void> {
  for (const { reason } of (await store.troubles?.()) ?? [])
    log.event('fault', 'a file of the store is not as it was left', { fault: reason });
}

/** Makes the data folder, for its owner only; throws with a sentence for whoever named one that cannot be. */
function makePrivateFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    restrictTo(folder, 0o700);
  } catch (fault) {
    const reason = diskWords(fault, folder) ?? String(fault);
    throw new Error(
      `数据目录建不了，请检查权限或用 --data 另选一个。 The data folder cannot be made: look at its permissions or choose another with --data: ${folder}: ${reason}`,
      { cause: fault },
    );
  }
}
