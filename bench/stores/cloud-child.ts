import { readFileSync } from 'node:fs';
import { readConfig } from '@tongcheng/cloudfunctions/wiring/config';
import { makeContainer } from '@tongcheng/cloudfunctions/wiring/container';
import * as cloudbase from '@tongcheng/cloudfunctions/wiring/targets/cloudbase';
import { startStandIn } from '../../tests/cloudbase/stand-in/stand-in';
import { testKeys } from '../../tests/stand-ins/tencent/account';
import { kmsActions } from '../../tests/stand-ins/tencent/kms';
import { openTencentStandIn } from '../../tests/stand-ins/tencent/tencent-stand-in';
import { DeclaredDatabase } from '../../tools/cloudbase/declared';
import { defaultEnvironment } from '../programs';

const environments = { documents: 'bench-documents-1a2b', keys: 'bench-keys-3c4d' };

/** The stand-ins of CloudBase and of KMS in a process of their own; sends a host's environment, then its processor time on each message. */
async function main(): Promise<void> {
  const cloud = await startStandIn({ env: environments.documents, others: [environments.keys], forgetful: true });
  cloud.keys.set(testKeys.secretId, { secretKey: testKeys.secretKey });
  const declared = DeclaredDatabase.parse(JSON.parse(readFileSync('deploy/cloudbase/indexes.json', 'utf8')));
  cloud.makeCollections(...declared.documents.map(({ name }) => name));
  cloud.makeCollections(...declared.keys.map(({ name }) => `${environments.keys}/${name}`));
  const tencent = await openTencentStandIn(kmsActions().actions);
  const environment = {
    TONGCHENG_CLOUDBASE_ENV: environments.documents,
    TONGCHENG_CLOUDBASE_KEYS_ENV: environments.keys,
    TONGCHENG_CLOUDBASE_URL: cloud.serviceUrl,
    TONGCHENG_TENCENT_SECRET_ID: testKeys.secretId,
    TONGCHENG_TENCENT_SECRET_KEY: testKeys.secretKey,
    TONGCHENG_TENCENT_ENDPOINT: tencent.endpoint,
    TONGCHENG_KMS_KEY_ID: 'cmk-1',
    // Outside the cloud the SDK asks for metadata that only the cloud has, 60 ms each call.
    TENCENTCLOUD: 'true',
  };
  process.send?.({ ...environment, TONGCHENG_KMS_ROOT: await rootOf(environment) });
  process.on('message', () => process.send?.(process.cpuUsage()));
}

/** The root that the first start of an installation shows before it stops. */
async function rootOf(environment: Readonly<Record<string, string>>): Promise<string> {
  const config = readConfig({ ...defaultEnvironment('/nowhere'), ...environment }, cloudbase);
  const fault = await makeContainer(config).then(
    () => '',
    (thrown: unknown) => String(thrown),
  );
  return /TONGCHENG_KMS_ROOT=(\S+)/.exec(fault)?.[1] ?? '';
}

process.on('SIGTERM', () => process.exit(0));
void main();
