import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ledger } from '@tongcheng/city';
import { type RunningHost, startHost } from '../../host/start-host';
import { freePort } from '../world/free-port';

/** A host with a small simulated city, for a whole test file. */
export interface RunningCity {
  readonly url: string;
  readonly host: RunningHost;
  /** What yesterday's riders were told. */
  readonly ledger: Ledger;
  /** The link inside the posted code of a venue. */
  readonly codeOf: (venueId: string) => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** Starts a host on a free port over a new folder, lives a small yesterday, and lets the present go on slowly. */
export async function startCity(journeys = 150): Promise<RunningCity> {
  const folder = mkdtempSync(join(tmpdir(), 'tongcheng-city-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const options = {
    port,
    address: '127.0.0.1',
    dataFolder: join(folder, 'data'),
    keyFile: join(folder, 'master.key'),
    city: true,
    speed: 1,
    journeys,
    publicUrl: url,
  };
  const host = await startHost(options, { say: () => undefined, keepLedger: true });
  const ledger = await host.settled;
  if (!ledger) throw new Error('yesterday was not lived');
  const stop = async () => {
    await host.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, host, ledger, codeOf: (venueId) => linkOf(url, venueId), stop };
}

async function linkOf(url: string, venueId: string): Promise<string> {
  const wall = JSON.stringify(await (await fetch(`${url}/city/wall.json`)).json());
  const link = new RegExp(`"venueId":"${venueId}".*?"link":"([^"]+)"`).exec(wall)?.[1];
  if (link === undefined) throw new Error(`no poster of ${venueId}`);
  return link;
}
