import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importCity } from '@tongcheng/cloudfunctions/app/venues/import/import-city';
import { makeAnswer } from '@tongcheng/cloudfunctions/edge/answer';
import type { DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';
import { readConfig } from '@tongcheng/cloudfunctions/wiring/config';
import { makeContainer } from '@tongcheng/cloudfunctions/wiring/container';
import { registerOf } from '../../city/people/register';
import { readPosters } from '../../host/city/posters';
import { providersAtHand } from '../../host/city/providers';
import { allRoutes } from '../../host/functions';
import { people } from './people';

/** An answer of the edge, read back. */
export interface Answered {
  readonly status: number;
  readonly ok: boolean;
  readonly value?: unknown;
  readonly failure?: { readonly code: string; readonly zh: string; readonly en: string; readonly details?: unknown };
  readonly retryAfterSeconds?: number;
}

/** The environment of a small installation in a folder. */
export const environmentIn = (folder: string) => ({
  TONGCHENG_DATA: join(folder, 'data'),
  TONGCHENG_KEY_FILE: join(folder, 'master.key'),
  TONGCHENG_PUBLIC_URL: 'http://127.0.0.1:8080',
  TONGCHENG_PROVIDERS_URL: 'http://127.0.0.1:1',
  TONGCHENG_PROVIDERS_SECRET: 'a secret of the tests, long enough for one',
  TONGCHENG_SMTP_HOST: '127.0.0.1',
  TONGCHENG_SMTP_PORT: '1',
  TONGCHENG_SMTP_SECURITY: 'none',
  TONGCHENG_MAIL_FROM: 'tongcheng@tongcheng.example',
  TONGCHENG_ANYONE_PER_MINUTE: '1000000000',
  TONGCHENG_SESSION_PER_MINUTE: '1000000000',
  TONGCHENG_TRIES_PER_ADDRESS: '1000000000',
});

const file = (...parts: readonly string[]) => readFileSync(join('cities', '420100', ...parts), 'utf8');
const rows = (name: string, count: number) =>
  file('venues', name)
    .split('\n')
    .slice(0, count + 1)
    .join('\n');

/** The settings of Wuhan with tracing, whatever else it has. */
function tracingSettings(): string {
  const settings: { readonly capabilities?: object } = JSON.parse(file('settings.json'));
  return JSON.stringify({ ...settings, capabilities: { city: {}, ...settings.capabilities, tracing: {} } });
}

/** All functions over one container with the embedded store: two cities with a few venues, services at hand. */
export async function openTown(
  store?: DocumentStore,
  environment: Readonly<Record<string, string>> = {},
  residents = people,
) {
  const folder = mkdtempSync(join(tmpdir(), 'tongcheng-edge-'));
  const faults: string[] = [];
  let passedMs = 0;
  const { providers, codes } = providersAtHand(registerOf(residents), () => Date.now() + passedMs);
  const needs = await makeContainer(readConfig({ ...environmentIn(folder), ...environment }), {
    providers,
    clock: { now: () => Date.now() + passedMs },
    ...(store === undefined ? {} : { store }),
    log: { event: (level, what, fields) => level === 'fault' && faults.push(`${what} ${JSON.stringify(fields)}`) },
  });
  await importCity(needs, tracingSettings(), [rows('buses.csv', 6), rows('metro-stations.csv', 3)]);
  const elsewhere = tracingSettings().replaceAll('"420100"', '"420200"');
  await importCity(needs, elsewhere, [rows('taxis.csv', 2)]);
  const answer = makeAnswer(allRoutes);
  const askRaw = async (name: string, body: string, bearer?: string): Promise<Answered> => {
    const asked = { name, body, bodyBytes: Buffer.byteLength(body), address: '10.1.2.3' };
    const reply = await answer(needs, bearer === undefined ? asked : { ...asked, bearer });
    return { ...JSON.parse(reply.body), status: reply.status };
  };
  const ask = (name: string, body: unknown, bearer?: string) => askRaw(name, JSON.stringify(body), bearer);
  const posters = await readPosters(needs, '420100');
  const close = async () => {
    await needs.store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  /** Lets time pass at once. */
  const pass = (ms: number) => {
    passedMs += ms;
  };
  return { needs, codes, faults, pass, ask, askRaw, answer, posters, folder, close };
}

/** An open town. */
export type Town = Awaited<ReturnType<typeof openTown>>;
