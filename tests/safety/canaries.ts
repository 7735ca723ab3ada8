import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayMs, dayOf, dayStart, hourMs } from '@tongcheng/shared/time';
import officeCrypto from 'officecrypto-tool';
import * as z from 'zod';
import { registerOf } from '../../city/people/register';
import { startProviders } from '../../host/city/providers';
import { openMailServer } from '../world/mail-server';
import { allowances, allowing } from './canaries/allowances';
import { asking } from './canaries/asking';
import { type Canary, type CanaryPerson, canariesOf, canaryPeople } from './canaries/canary-people';
import {
  city,
  enrol,
  inGroups,
  type Life,
  type LivingRider,
  lookAtOneself,
  officialsOf,
  ride,
  untilMorning,
} from './canaries/life';
import * as offices from './canaries/offices';
import { missed, plantLeaks } from './canaries/planted-leaks';
import { bundled, runHost } from './canaries/running-host';
import { scanFolder } from './canaries/scan-folder';
import { searchFor } from './canaries/search';

/** No promise of these is the disk's, and a disk that syncs each write takes ten times as long. */
const memory = '/dev/shm';
const passengerShare = 5;
const secret = 'a secret of the canaries, long enough for one';

/** A small city whose settings switch on all that holds somebody's facts. */
function citiesIn(folder: string): string {
  const [from, to] = [join('cities', city), join(folder, 'cities', city)];
  mkdirSync(join(to, 'venues'), { recursive: true });
  const settings: object = JSON.parse(readFileSync(join(from, 'settings.json'), 'utf8'));
  const capabilities = { city: {}, coaches: { retentionDays: 400, asksAddressesTo: ['110000'] }, tracing: {} };
  writeFileSync(join(to, 'settings.json'), JSON.stringify({ ...settings, capabilities }));
  const buses = readFileSync(join(from, 'venues', 'buses.csv'), 'utf8')
    .split('\n')
    .slice(0, 9);
  writeFileSync(join(to, 'venues', 'buses.csv'), buses.join('\n'));
  return join(folder, 'cities');
}

const tenOfToday = () => dayStart(dayOf(Date.now())) + 10 * hourMs;

const Credentials = z.array(z.object({ login: z.string(), password: z.string(), totpSecret: z.string() }));

/** What a life left behind. */
interface Lived {
  readonly canaries: readonly Canary[];
  readonly scans: number;
}

/** The people live through a day and the morning after in a host of their own; all that it wrote and answered lies in the folder then. */
async function live(folder: string, count: number, seed: number): Promise<Lived> {
  const people = canaryPeople(count, seed);
  const passengers = people.slice(0, Math.max(3, Math.floor(count / passengerShare)));
  const riders = people.slice(passengers.length);
  const aheadMs = tenOfToday() + dayMs - Date.now();
  const mails = await openMailServer();
  const providers = await startProviders(registerOf(people), secret, () => Date.now() + aheadMs);
  const environment = {
    ...{ TONGCHENG_PROVIDERS_URL: providers.url, TONGCHENG_PROVIDERS_SECRET: secret },
    ...{ TONGCHENG_SMTP_PORT: String(mails.port), TONGCHENG_RECIPIENT_DELAY_HOURS: '0' },
  };
  const host = await runHost(folder, { citiesFolder: citiesIn(folder), aheadMs, environment });
  try {
    const ask = asking(host, join(folder, 'replies'));
    const life: Life = { host, providers, ask, riders, passengers, official: await officialsOf(host), learned: [] };
    const scans = await liveThrough(life, mails, folder);
    const named = (all: readonly CanaryPerson[], what: string) =>
      all.flatMap((person, at) => canariesOf(person, `${what}-${at}`));
    const first = Credentials.parse(host.credentials).flatMap(({ login, password, totpSecret }): readonly Canary[] =>
      [password, totpSecret].map((text) => ({ of: `first ${login}`, kind: 'credential', text })),
    );
    return {
      scans,
      canaries: [...named(riders, 'rider'), ...named(passengers, 'passenger'), ...life.learned, ...first],
    };
  } catch (fault) {
    host.kill();
    throw fault;
  } finally {
    await providers.close();
    await mails.close();
  }
}

async function liveThrough(
  life: Life,
  mails: Awaited<ReturnType<typeof openMailServer>>,
  folder: string,
): Promise<number> {
  const { host, riders, passengers } = life;
  const all: LivingRider[] = [];
  const today = dayOf(host.now());
  await offices.recipientAgrees(life, mails);
  await inGroups(
    riders.map((_, at) => at),
    async (at) => {
      all[at] = await enrol(life, at);
    },
  );
  const [first] = all;
  const helped = passengers[2];
  if (!first || !helped) throw new Error('too few people');
  const scans = await ride(life, all);
  await offices.deskRegisters(life, helped);
  await offices.coachLeaves(life, first);
  await offices.openAppeals(life);
  await inGroups(all, (rider) => lookAtOneself(life, rider));
  await wrongly(life, first);
  await host.pass(untilMorning);
  await host.timers();
  await host.timers();
  const { file, password } = await offices.openReport(life, today);
  mkdirSync(join(folder, 'unlocked'));
  writeFileSync(join(folder, 'unlocked', 'report.xlsx'), await officeCrypto.decrypt(file, { password }));
  await offices.traceCase(life, first);
  mkdirSync(join(folder, 'mails'));
  for (const [at, { raw }] of mails.received.entries()) writeFileSync(join(folder, 'mails', `${at}.eml`), raw);
  // With the host still there: what it has not yet brought from its log into its files is searched as well.
  cpSync(join(folder, 'data'), join(folder, 'while-running'), { recursive: true });
  await host.stop();
  const back = ['backup', '--to', join(folder, 'backup', 'data'), '--keys-to', join(folder, 'backup', 'keys')];
  const at = ['--data', host.place.dataFolder, '--key-file', host.place.keyFile];
  execFileSync(process.execPath, [bundled('host/backup/main.ts'), ...back, ...at], { env: host.env, stdio: 'ignore' });
  return scans;
}

/** Facts where none are asked for: in an address, in a name of an endpoint, in a body that is none. All is refused, and nothing of it kept. */
async function wrongly({ ask, host }: Life, { person }: LivingRider): Promise<void> {
  const nobody = { name: 'nobody', address: person.address };
  const { name, documentNumber, phone } = person;
  await fetch(`${host.url}/app/?name=${encodeURIComponent(name)}&number=${documentNumber}`);
  await fetch(`${host.url}/${encodeURIComponent(name)}/${phone}`);
  await ask(nobody, 'identity.sign-in', `{"name":"${name}", ${phone}`);
  await ask(nobody, `identity.sign-in-${phone}`, { name });
  await ask({ ...nobody, token: phone }, 'identity.sign-in', { provider: 'web', code: documentNumber, city });
}

/** So many people live in a host; then every file is searched for every fact of each, and a scanner that missed a planted leak is told of. */
export async function scanForCanaries(count: number, seed: number): Promise<Readonly<Record<string, number>>> {
  const root = mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), 'tongcheng-canaries-'));
  const folder = join(root, 'life');
  mkdirSync(folder);
  try {
    const { canaries, scans } = await live(folder, count, seed);
    const search = searchFor(canaries);
    const { files, bytes, found } = scanFolder(folder, search);
    const leaks = found.filter(({ path, canary }) => !allowing(path, canary));
    if (leaks.length > 0) throw new Error(`seed ${seed}: ${leaks.length} leaks: ${JSON.stringify(leaks.slice(0, 5))}`);
    const needed = new Set(found.map(({ path, canary }) => allowing(path, canary)));
    const idle = allowances.filter((each) => !needed.has(each));
    if (idle.length > 0) throw new Error(`allowed, and never needed: ${idle.map(({ because }) => because).join('; ')}`);
    const planted = plantLeaks(
      folder,
      join(root, 'planted'),
      canaries.filter(({ kind }) => kind === 'name'),
    );
    const unseen = missed(planted, scanFolder(join(root, 'planted'), search).found);
    if (unseen.length > 0) throw new Error(`planted and not found: ${JSON.stringify(unseen.slice(0, 5))}`);
    return {
      ...{ people: count, scans, canaries: canaries.length, forms: search.forms, files, bytes, leaks: leaks.length },
      ...{ lawfully: found.length, planted: planted.length, plantedFound: planted.length - unseen.length },
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
