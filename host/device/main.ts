import { mkdirSync } from 'node:fs';
import shared from '@tongcheng/shared/package.json';
import { enrolled } from './enrol';
import { openGate } from './gate';
import { httpGateServer } from './http-gate-server';
import { serveLocally } from './local-server';
import { localTokenIn, writeScreenLink } from './local-token';
import { type GateProgramOptions, gateUsage, readGateOptions } from './options';
import { lockFolder } from './store/folder-lock';
import { deviceKeyIn } from './store/key-pair';
import { syncLoop } from './sync/sync-loop';

const softwareVersion = shared.version;
/** The line of set, queue and network ages while nobody taps. */
const tellEveryMs = 5_000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const options = readGateOptions(process.argv.slice(2));
  if (!options) return void process.stdout.write(gateUsage);
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  const unlock = await lockFolder(options.folder);
  const stop = await run(options);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      say('正在停止 stopping');
      void stop()
        .then(unlock)
        .then(() => process.exit(0), failed);
    });
}

/** Runs the gate; gives what stops it. */
async function run(options: GateProgramOptions): Promise<() => Promise<void>> {
  const { folder, port, server, code, usualKind, tapsPerMinute, everyMs } = options;
  const asked = { folder, serverUrl: server, code, softwareVersion };
  const kept = await enrolled(asked, deviceKeyIn(folder), httpGateServer);
  const clocks = { wall: Date.now, steady: () => performance.now() };
  const gate = openGate({
    folder,
    kept,
    server: httpGateServer(kept.server),
    clocks,
    softwareVersion,
    usualKind,
    tapsPerMinute,
  });
  const token = localTokenIn(folder);
  const { onCard, onLine, onAlarm, screens } = gate;
  const needs = {
    token,
    screenFiles: __filename.replace(/\.js$/, '.screen'),
    onCard,
    onLine,
    onAlarm,
    onScreen: screens.add,
  };
  const local = await serveLocally(needs, port);
  writeScreenLink(folder, local.url, token);
  say(`闸机已启动 The gate runs: ${kept.name}`);
  say(`屏幕地址在 screen-link 文件里 the address of its screen is in the file screen-link: ${local.url}`);
  const loop = syncLoop(gate.round, everyMs, (fault) => say(fault instanceof Error ? fault.message : String(fault)));
  const telling = setInterval(screens.tell, tellEveryMs);
  return async () => {
    clearInterval(telling);
    local.server.closeAllConnections();
    local.server.close();
    await loop.stop();
    gate.close();
  };
}

function failed(fault: unknown): void {
  process.stderr.write(`${fault instanceof Error ? fault.message : '闸机启动失败 the gate did not start'}\n`);
  process.exit(1);
}

main().catch(failed);
