import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedRecipient } from '@tongcheng/cloudfunctions/app/reports/recipients/seed-recipient';
import { importCity } from '@tongcheng/cloudfunctions/app/venues/import/import-city';
import { venues } from '@tongcheng/cloudfunctions/app/venues/records';
import { makeAnswer } from '@tongcheng/cloudfunctions/edge/answer';
import { readConfig } from '@tongcheng/cloudfunctions/wiring/config';
import { type Container, makeContainer } from '@tongcheng/cloudfunctions/wiring/container';
import * as cloudbase from '@tongcheng/cloudfunctions/wiring/targets/cloudbase';
import { consentVersion } from '@tongcheng/shared/identity/consent';
import * as z from 'zod';
import { registerOf } from '../../city/people/register';
import { readPosters } from '../../host/city/posters';
import { providersAtHand } from '../../host/city/providers';
import { allRoutes } from '../../host/functions';
import { DeclaredDatabase } from '../../tools/cloudbase/declared';
import { testKeys } from '../stand-ins/tencent/account';
import { kmsActions } from '../stand-ins/tencent/kms';
import { openTencentStandIn } from '../stand-ins/tencent/tencent-stand-in';
import { openMailServer } from '../world/mail-server';
import { people } from '../world/people';
import { scanInput } from '../world/scan-input';
import { environmentIn } from '../world/town';
import { type StandIn, startStandIn } from './stand-in/stand-in';

const environments = { documents: 'town-documents-1a2b', keys: 'town-keys-3c4d' };
const file = (name: string) => readFileSync(join('cities', '420100', name), 'utf8');
const Session = z.object({ value: z.object({ accessToken: z.string() }) });

/** A stand-in with the collections that `deploy/cloudbase/indexes.json` declares and no others. */
async function startDeclaredCloud(): Promise<StandIn> {
  const cloud = await startStandIn({ env: environments.documents, others: [environments.keys] });
  cloud.keys.set(testKeys.secretId, { secretKey: testKeys.secretKey });
  const declared = DeclaredDatabase.parse(JSON.parse(readFileSync('deploy/cloudbase/indexes.json', 'utf8')));
  cloud.makeCollections(...declared.documents.map(({ name }) => name));
  cloud.makeCollections(...declared.keys.map(({ name }) => `${environments.keys}/${name}`));
  return cloud;
}

/** The environment with the root that the first start of an installation shows. */
async function withRoot(environment: Readonly<Record<string, string>>) {
  const told = await makeContainer(readConfig(environment, cloudbase)).then(
    () => '',
    (fault) => String(fault?.message),
  );
  const [, root] = /TONGCHENG_KMS_ROOT=(\S+)/.exec(told) ?? [];
  if (root === undefined) throw new Error(`the first start showed no root: ${told}`);
  return { ...environment, TONGCHENG_KMS_ROOT: root };
}

/** The real container of the cloud's home over a stand-in: any number of instances, each with a clock of its own. */
export async function openCloudTown(at = Date.parse('2026-11-20T12:00:00+08:00')) {
  const cloud = await startDeclaredCloud();
  const folder = mkdtempSync(join(tmpdir(), 'tongcheng-cloud-'));
  const server = await openMailServer();
  let now = at;
  const { providers, codes } = providersAtHand(registerOf(people), () => now);
  const faults: string[] = [];
  const tencent = await openTencentStandIn(kmsActions().actions);
  const environment = await withRoot({
    ...environmentIn(folder),
    TONGCHENG_SMTP_PORT: String(server.port),
    TONGCHENG_CLOUDBASE_ENV: environments.documents,
    TONGCHENG_CLOUDBASE_KEYS_ENV: environments.keys,
    TONGCHENG_CLOUDBASE_URL: cloud.serviceUrl,
    TONGCHENG_TENCENT_SECRET_ID: testKeys.secretId,
    TONGCHENG_TENCENT_SECRET_KEY: testKeys.secretKey,
    TONGCHENG_TENCENT_ENDPOINT: tencent.endpoint,
    TONGCHENG_KMS_KEY_ID: 'cmk-1',
  });
  const config = readConfig(environment, cloudbase);
  /** One instance of the functions, as the cloud starts them; `skewMs` is how far its clock is off. */
  const instance = (skewMs = 0) =>
    makeContainer(config, {
      providers,
      clock: { now: () => now + skewMs },
      log: { event: (level, what, fields) => void (level === 'fault' && faults.push(`${what} ${fields?.fault}`)) },
    });
  const answer = makeAnswer(allRoutes);
  const ask = async (needs: Instance, name: string, body: unknown, bearer?: string): Promise<unknown> => {
    const text = JSON.stringify(body);
    const asked = { name, body: text, bodyBytes: Buffer.byteLength(text), address: '10.1.2.3' };
    return JSON.parse((await answer(needs, bearer === undefined ? asked : { ...asked, bearer })).body);
  };
  const needs = await instance();
  const settings = file('settings.json');
  const buses = file(join('venues', 'buses.csv')).split('\n').slice(0, 4).join('\n');
  await importCity(needs, settings, [buses]);
  await seedRecipient(needs, '420100', 'bureau@wuhan.example', 'full');
  const posters = await readPosters(needs, '420100');
  const [place] = (await needs.store.find(venues, { where: { city: '420100' }, limit: 1 })).items;
  const code = posters.codeOf(place?._id ?? '') ?? '';
  /** A rider, agreed and authenticated. */
  const rider = async (index: number): Promise<string> => {
    const person = people[index] ?? people[0];
    const one = codes.issue(person?.subject ?? '');
    const token = async (name: string, body: unknown, bearer?: string) =>
      Session.parse(await ask(needs, name, body, bearer)).value.accessToken;
    const first = await token('identity.sign-in', { provider: 'web', code: one, city: '420100' });
    await ask(needs, 'identity.consent', { version: consentVersion, sensitive: true }, first);
    const { name, documentKind, documentNumber, phone } = person ?? {};
    return token('identity.verify-identity', { name, documentKind, documentNumber, phone }, first);
  };
  return {
    cloud,
    environment,
    server,
    faults,
    instance,
    needs,
    ask,
    rider,
    /** What a phone sends for a scan of the bus, now. */
    scan: () => scanInput(code, now, needs.chance.bytes),
    pass: (ms: number) => {
      now += ms;
    },
    close: async () => {
      await needs.store.close();
      await server.close();
      await cloud.close();
      await tencent.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One instance's container. */
export type Instance = Container;

/** An open town. */
export type CloudTown = Awaited<ReturnType<typeof openCloudTown>>;
