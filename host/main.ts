import { join } from 'node:path';
import { ConfigurationWrong } from '@tongcheng/cloudfunctions/wiring/config';
import { addDays, dayOf } from '@tongcheng/shared/time';
import { announcement } from './announce';
import { reportsOfCity, reportsOfProvince } from './mailed-reports';
import { type HostOptions, readOptions, usage } from './options';
import { progressLines, progressOnTerminal } from './progress';
import { coachReportsText, mailedReportsText } from './report-text';
import { showCredentialsBeside } from './show-credentials';
import { type RunningHost, startHost } from './start-host';
import { stopOnSignals } from './stop-on-signals';

const write = (text: string): void => {
  process.stdout.write(text);
};
const say = (line: string): void => write(`${line}\n`);

/** Bundled beside this program, as `tools/bundle.mjs` says. */
const storeThread = __filename.replace(/\.js$/, '.store-thread.js');
const gateProgram = join(__dirname, 'gate.js');

/** `EX_CONFIG` of sysexits.h: the unit does not start again by itself, for only a person can mend it. */
const configurationExit = 78;

async function main(): Promise<void> {
  const began = performance.now();
  const options = optionsOf(process.argv.slice(2));
  if (!options) return write(usage);
  const progress = process.stdout.isTTY ? progressOnTerminal(write) : progressLines(say);
  const showCredentials = showCredentialsBeside(options.keyFile);
  const starting = startHost({ ...options, storeThread, gateProgram }, { say, showCredentials, progress });
  const isStopping = stopOnSignals(starting, say, (options.drainSeconds ?? 0) * 1_000);
  const host = await starting;
  say(announcement(options, host.first, (performance.now() - began) / 1_000));
  const settled = await host.settled.then(
    () => true,
    () => false,
  );
  if (isStopping() || !host.city) return;
  if (!settled) return say('昨天的出行没能补齐，其余照常 yesterday could not be lived; everything else goes on');
  await tellReport(host, options);
}

function optionsOf(argv: readonly string[]): HostOptions | undefined {
  try {
    return readOptions(argv);
  } catch (fault) {
    throw fault instanceof Error ? new ConfigurationWrong(fault.message, { cause: fault }) : fault;
  }
}

/** In the simulated city there is nobody to hand the workbooks' passwords over, so they are printed here. */
async function tellReport({ container, province }: RunningHost, { publicUrl }: HostOptions): Promise<void> {
  const day = addDays(dayOf(container.clock.now()), -1);
  say(mailedReportsText(day, publicUrl, await reportsOfCity(container, day)));
  if (province) say(coachReportsText(day, await reportsOfProvince(container, province, day)));
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : '启动失败 the start failed'}\n`);
  process.exit(fault instanceof ConfigurationWrong ? configurationExit : 1);
});
