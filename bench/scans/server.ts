import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessMs } from '@tongcheng/cloudfunctions/app/sessions/sessions';
import { codeSignerOf } from '@tongcheng/cloudfunctions/app/venues/codes/code-signer';
import { postedLink } from '@tongcheng/cloudfunctions/app/venues/codes/posted-code';
import { venues } from '@tongcheng/cloudfunctions/app/venues/records';
import { makeAnswer } from '@tongcheng/cloudfunctions/edge/answer';
import { type Config, readConfig } from '@tongcheng/cloudfunctions/wiring/config';
import { type Container, makeContainer } from '@tongcheng/cloudfunctions/wiring/container';
import * as cloudbase from '@tongcheng/cloudfunctions/wiring/targets/cloudbase';
import * as servers from '@tongcheng/cloudfunctions/wiring/targets/servers';
import { unknownEligibility } from '@tongcheng/shared/eligibility';
import { newId } from '@tongcheng/shared/ids';
import { bringCities } from '../../host/bring-cities';
import { allRoutes } from '../../host/functions';
import { makeGateway } from '../../host/gateway';
import { listenBacklog } from '../../host/listen';
import { productPath } from '../../host/product-folder';
import { defaultEnvironment } from '../programs';
import { counted } from '../stores/counted';
import { readDay } from '../stores/read-day';
import { insertPerRequest, withoutScans } from './peer-stores';

const [kind = 'sqlite', ridersText = '1000', postgres = '', environment = '{}', home = 'servers'] =
  process.argv.slice(2);

/** What the generator of load gets when the server listens. */
export interface Ready {
  readonly port: number;
  readonly tokens: readonly string[];
  readonly codes: readonly string[];
}

/** Bundled into the same folder. */
const storeThread = join(__dirname, 'cloudfunctions-adapters-sqlite-thread-store-thread.js');
const folder = mkdtempSync(join(tmpdir(), `tongcheng-bench-${kind}-`));
const config: Config = readConfig(
  { ...defaultEnvironment(folder), TONGCHENG_STORE_THREAD: storeThread, ...JSON.parse(environment) },
  home === 'cloudbase' ? cloudbase : servers,
);

/** The store under test around the embedded one, which keeps everything but the scans in each case. */
async function containerOf(): Promise<Container> {
  const plain = await makeContainer(config);
  if (kind === 'none') return makeContainer(config, { store: withoutScans(plain.store) });
  if (kind === 'insert' || kind === 'read-insert')
    return makeContainer(config, { store: await insertPerRequest(plain.store, postgres, kind === 'read-insert') });
  return plain;
}

/** Riders as they are on an ordinary morning: authenticated and green. */
function tokensOf({ tokens, chance }: Container, count: number): readonly string[] {
  const issuedAt = Date.now();
  const status = {
    colour: 'green',
    issuedAt,
    expiresAt: issuedAt + 86_400_000,
    source: 'provincial-health-code',
  } as const;
  return Array.from({ length: count }, () =>
    tokens.issue({
      kind: 'rider',
      session: newId(issuedAt, chance.bytes),
      issuedAt,
      expiresAt: issuedAt + accessMs,
      account: newId(issuedAt, chance.bytes),
      person: newId(issuedAt, chance.bytes),
      maskedName: '张**',
      standing: { ...unknownEligibility, identity: true, status },
    }),
  );
}

async function codesOf({ store, keys, publicUrl }: Container): Promise<readonly string[]> {
  const signer = await codeSignerOf(keys);
  const { items } = await store.find(venues, { where: { city: '420100', mode: 'bus' }, limit: 500 });
  return items.map((venue) => postedLink(signer, publicUrl, venue));
}

async function main(): Promise<void> {
  const plain = await containerOf();
  const { store, calls } = counted(plain.store);
  // Only where calls are counted: the other kinds run as they are.
  const container = kind === 'counted' ? await makeContainer(config, { store }) : plain;
  await bringCities(container, productPath('cities'), { say: () => undefined, mayBeDemonstration: true });
  const answer = makeAnswer(allRoutes);
  const gateway = await makeGateway((request) => answer(container, request), container, { city: false });
  await gateway.listen({ port: 0, host: '127.0.0.1', backlog: listenBacklog });
  const address = gateway.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const ready: Ready = { port, tokens: tokensOf(container, Number(ridersText)), codes: await codesOf(container) };
  process.send?.(ready);
  process.on('message', async (question) => {
    if (question === 'cpu') process.send?.(process.cpuUsage());
    if (question === 'calls') process.send?.(calls());
    if (question === 'day') process.send?.(await readDay(container));
  });
}

process.on('SIGTERM', () => process.exit(0));
void main();
