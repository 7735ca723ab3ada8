import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { inviteDevice } from '@tongcheng/cloudfunctions/app/devices/invite-device';
import type { Container } from '@tongcheng/cloudfunctions/wiring/container';
import type { DeviceKind } from '@tongcheng/shared/access';
import type { OfficialCaller } from '@tongcheng/shared/caller';
import type { DevicePlace } from '@tongcheng/shared/devices/device-place';
import { productPath } from '../product-folder';

/** The folder of the city whose gates are simulated. */
export const gateCityFolder = productPath('cities/beijing');
const gateCity = '110000';

/** A gate that `npm start` runs as a process of its own, as its maker would. */
interface SimulatedGate {
  readonly kind: DeviceKind;
  readonly name: string;
  readonly venueId: string;
  readonly place: DevicePlace;
}

/** One at a station of the rule of 28 May 2022, one at the door of a bus of it. */
const simulatedGates: readonly SimulatedGate[] = [
  {
    ...{ kind: 'gate', name: '潘家园 东进站 1 号 Panjiayuan, east entry 1' },
    ...{ venueId: `${gateCity}-metro-panjiayuan`, place: { direction: 'entry', lane: '1' } },
  },
  {
    ...{ kind: 'reader', name: '14路车载读卡器 Reader aboard route 14' },
    ...{ venueId: `${gateCity}-bus-14-01`, place: { direction: 'boarding' } },
  },
];

/** What running gates takes. */
interface GatesAsked {
  readonly container: Container;
  /** The program of a gate. */
  readonly program: string;
  readonly dataFolder: string;
  /** Where the installation answers. */
  readonly url: string;
}

/** A gate's own screen, or that it did not start. */
interface ShownGate {
  readonly name: string;
  readonly screen: string | undefined;
}

/** The gates that run. */
export interface RunningGates {
  readonly shown: readonly ShownGate[];
  stop(): Promise<void>;
}

/** Enrols the gates at the first start, by one-time codes as an official makes them, and runs each as a process of its own with a folder of its own. */
export async function runGates(asked: GatesAsked): Promise<RunningGates> {
  const running: ChildProcess[] = [];
  const stop = async () => {
    await Promise.all(running.map(ended));
  };
  const shown: ShownGate[] = [];
  for (const [index, gate] of simulatedGates.entries()) {
    const folder = join(asked.dataFolder, 'gates', String(index + 1));
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const child = spawn(process.execPath, await argumentsOf(asked, gate, folder), { stdio: 'ignore' });
    running.push(child);
    shown.push({ name: gate.name, screen: await screenOf(child, folder) });
  }
  return { shown, stop };
}

/** Who invites the gates of the simulation: the installation itself, as the access log says. */
const installation: OfficialCaller = {
  ...{ kind: 'official', address: '127.0.0.1', sessionId: 'installation', officialId: 'installation' },
  ...{ roles: ['administrator'], cities: [gateCity] },
};

/** The folder remembers who the gate is: a code is made only for one that has none. */
async function argumentsOf({ container, program, url }: GatesAsked, gate: SimulatedGate, folder: string) {
  const told = [program, '--server', url, '--folder', folder, '--port', '0', '--every', '10'];
  if (existsSync(join(folder, 'gate.json'))) return told;
  const invited = await inviteDevice(container, installation, { city: gateCity, ...gate });
  if (!invited.ok) throw new Error(`the gate ${gate.name} was not invited: ${invited.failure.code}`);
  return [...told, '--code', invited.value.code];
}

/** A gate says where its screen is once it runs. */
const [startSteps, stepMs] = [100, 100];

async function screenOf(child: ChildProcess, folder: string): Promise<string | undefined> {
  const link = join(folder, 'screen-link');
  const before = existsSync(link) ? readFileSync(link, 'utf8') : '';
  for (let step = 0; step < startSteps && child.exitCode === null; step += 1) {
    const told = existsSync(link) ? readFileSync(link, 'utf8') : '';
    if (told !== before) return told.trim();
    await rest(stepMs);
  }
  return undefined;
}

/** A gate that does not end by itself is ended: what it kept is on its disk. */
const graceMs = 3_000;

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const late = rest(graceMs, undefined, { ref: false }).then(() => child.kill('SIGKILL'));
  await Promise.race([exit, late]);
  await exit;
}
