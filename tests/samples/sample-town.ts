import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeAnswer } from '@tongcheng/cloudfunctions/edge/answer';
import { readConfig } from '@tongcheng/cloudfunctions/wiring/config';
import { makeContainer } from '@tongcheng/cloudfunctions/wiring/container';
import { createClient, type Transport } from '@tongcheng/shared/client';
import { makePeople } from '../../city/people/make-people';
import { registerOf } from '../../city/people/register';
import { providersAtHand } from '../../host/city/providers';
import { allRoutes } from '../../host/functions';
import { createCity, createRecords, riderOf, tokenOf } from './phone-parts';

/** 2026-11-21 08:00 in Shanghai, when the life in a set of samples begins. */
export const firstMorning = Date.UTC(2026, 10, 21);
/** The morning after, when its sessions, tokens and waiting scans were made. */
export const secondMorning = firstMorning + 86_400_000;

/** Known to everybody: no installation may use it. */
const sampleMaster = createHash('sha256').update('the key of the samples').digest('base64');

/** Demonstration people whom the registers know. */
export const people = makePeople('samples', 40).filter(
  ({ child, name, registeredName }) => !child && name === registeredName,
);

/** Bytes that are the same in every run. */
const fixedChance = () => {
  let turn = 0;
  return {
    bytes: (size: number) => {
      turn += 1;
      return Uint8Array.from({ length: size }, (_, i) => (turn * 131 + i * 29 + ((turn >> 8) + 1) * 17 * i) % 256);
    },
  };
};

/** Every function over the embedded store in a folder, under the key of the samples and a clock that stands until it is moved. */
export async function sampleTown(folder: string, startAt: number) {
  let now = startAt;
  const clock = { now: () => now };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'master.key'), `${sampleMaster}\n`, { mode: 0o600 });
  const { providers, codes } = providersAtHand(registerOf(people), clock.now);
  const faults: string[] = [];
  const needs = await makeContainer(
    readConfig({
      TONGCHENG_DATA: join(folder, 'data'),
      TONGCHENG_KEY_FILE: join(folder, 'master.key'),
      TONGCHENG_PUBLIC_URL: 'http://127.0.0.1:8080',
      TONGCHENG_PROVIDERS_URL: 'http://127.0.0.1:1',
      TONGCHENG_PROVIDERS_SECRET: 'a secret of the samples, long enough for one',
      TONGCHENG_SMTP_HOST: '127.0.0.1',
      TONGCHENG_SMTP_PORT: '1',
      TONGCHENG_SMTP_SECURITY: 'none',
      TONGCHENG_MAIL_FROM: 'tongcheng@tongcheng.example',
    }),
    {
      providers,
      clock,
      chance: fixedChance(),
      log: {
        event: (level, what, fields) => void (level === 'fault' && faults.push(`${what} ${JSON.stringify(fields)}`)),
      },
    },
  );
  const answer = makeAnswer(allRoutes);
  const transport: Transport = async ({ path, body, token }) => {
    const text = JSON.stringify(body);
    const asked = {
      name: path.replace('/api/', ''),
      body: text,
      bodyBytes: Buffer.byteLength(text),
      address: '10.1.2.3',
    };
    const reply = await answer(needs, token === undefined ? asked : { ...asked, bearer: token });
    return { status: 200, body: JSON.parse(reply.body) };
  };
  const as = (token: string | undefined) => createClient(transport, () => token);
  /** A phone whose storage holds these texts. */
  const phone = (kept: Map<string, string>, subject = people[0]?.subject ?? '') => {
    const write = (key: string, text: string) => kept.set(key, text).size > 0;
    const records = createRecords({
      read: (key) => kept.get(key),
      write,
      remove: (key) => void kept.delete(key),
      keys: () => [...kept.keys()],
    });
    const client = createClient(transport, () => tokenOf({ records }));
    const city = createCity({ client: as(undefined), records, phoneNow: clock.now });
    const rider = riderOf({
      client,
      records,
      phoneNow: clock.now,
      code: async () => codes.issue(subject),
      city: async () => (await city.ensure())?.city,
    });
    return { records, rider, city };
  };
  const set = (at: number) => {
    now = at;
  };
  return { needs, clock, faults, as, phone, set, pass: (ms: number) => set(now + ms) };
}
