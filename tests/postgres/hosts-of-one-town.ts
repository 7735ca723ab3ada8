import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importCity } from '@tongcheng/cloudfunctions/app/venues/import/import-city';
import { venues } from '@tongcheng/cloudfunctions/app/venues/records';
import { makeAnswer } from '@tongcheng/cloudfunctions/edge/answer';
import { readConfig } from '@tongcheng/cloudfunctions/wiring/config';
import { type Container, makeContainer } from '@tongcheng/cloudfunctions/wiring/container';
import { officialRoles } from '@tongcheng/shared/access';
import { consentVersion } from '@tongcheng/shared/identity/consent';
import { newId } from '@tongcheng/shared/ids';
import * as z from 'zod';
import { registerOf } from '../../city/people/register';
import { readPosters } from '../../host/city/posters';
import { providersAtHand } from '../../host/city/providers';
import { allRoutes } from '../../host/functions';
import { startPostgres } from '../servers/postgres';
import { people } from '../world/people';
import { scanInput } from '../world/scan-input';
import { environmentIn } from '../world/town';
import { askDirectly } from './databases';

const Session = z.object({ value: z.object({ accessToken: z.string() }) });
const file = (...parts: readonly string[]) => readFileSync(join('cities', '420100', ...parts), 'utf8');
/** The city's settings as its file has them, with the days of retention that are asked for. */
export const settingsKeeping = (days: number): string =>
  JSON.stringify({ ...JSON.parse(file('settings.json')), retentionDays: days });

/** Two hosts of one town, with containers of their own over one PostgreSQL and one clock that stands until it is moved. */
export async function openTwoHosts() {
  const server = await startPostgres();
  const at = (name: string) => server.url.replace(/postgres$/, name);
  for (const name of ['town', 'town_keys']) await askDirectly(server.url, `CREATE DATABASE ${name}`);
  const folder = mkdtempSync(join(tmpdir(), 'tongcheng-hosts-'));
  const config = readConfig({
    ...environmentIn(folder),
    TONGCHENG_STORE: 'postgres',
    TONGCHENG_POSTGRES_URL: at('town'),
    TONGCHENG_KEYS_POSTGRES_URL: at('town_keys'),
  });
  let now = Date.parse('2026-11-20T12:00:00+08:00');
  const clock = { now: () => now };
  const { providers, codes } = providersAtHand(registerOf(people), clock.now);
  const host = () => makeContainer(config, { providers, clock, log: { event: () => undefined } });
  const one = await host();
  await importCity(one, settingsKeeping(30), [file('venues', 'buses.csv').split('\n').slice(0, 4).join('\n')]);
  const other = await host();
  const answer = makeAnswer(allRoutes);
  const ask = async (needs: Container, name: string, body: unknown, bearer: string | undefined): Promise<unknown> => {
    const text = JSON.stringify(body);
    const asked = { name, body: text, bodyBytes: Buffer.byteLength(text), address: '10.1.2.3' };
    return JSON.parse((await answer(needs, bearer === undefined ? asked : { ...asked, bearer })).body);
  };
  const [vehicle] = (await one.store.find(venues, { where: { city: '420100' }, limit: 1 })).items;
  const venueId = vehicle?._id ?? '';
  const code = (await readPosters(one, '420100')).codeOf(venueId) ?? '';
  return {
    one,
    other,
    venueId,
    code,
    ask,
    pass: (ms: number) => {
      now += ms;
    },
    scan: () => scanInput(code, now, one.chance.bytes),
    /** A rider, agreed and authenticated at the first host. */
    rider: async (index: number): Promise<string> => {
      const { subject = '', name, documentKind, documentNumber, phone } = people[index] ?? {};
      const token = async (operation: string, body: unknown, bearer?: string) =>
        Session.parse(await ask(one, operation, body, bearer)).value.accessToken;
      const first = await token('identity.sign-in', { provider: 'web', code: codes.issue(subject), city: '420100' });
      await ask(one, 'identity.consent', { version: consentVersion, sensitive: true }, first);
      return token('identity.verify-identity', { name, documentKind, documentNumber, phone }, first);
    },
    official: (): string =>
      one.tokens.issue({
        kind: 'official',
        session: newId(now, one.chance.bytes),
        issuedAt: now,
        expiresAt: now + 600_000,
        official: 'official-1',
        roles: [...officialRoles],
        cities: ['420100'],
      }),
    close: async () => {
      await one.store.close();
      await other.store.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
