import { keyFileService } from '@tongcheng/cloudfunctions/adapters/key-file/key-file';
import type { LogFields } from '@tongcheng/cloudfunctions/ports/log';
import { ServiceUnavailable } from '@tongcheng/cloudfunctions/ports/service-unavailable';
import { readConfigOf } from '@tongcheng/cloudfunctions/wiring/config';
import * as servers from '@tongcheng/cloudfunctions/wiring/targets/servers';
import { openTencentStandIn } from '../stand-ins/tencent/tencent-stand-in';
import { testMaster } from '../world/instance';
import { wang } from '../world/rider';

test('an unpaid account is logged with its code for each call, none while the circuit is open, and without the person', async () => {
  const cloud = await openTencentStandIn({ IdCardVerification: () => ({ refused: 'UnauthorizedOperation.Arrears' }) });
  const logged: { readonly what: string; readonly fields: LogFields | undefined }[] = [];
  const log = { event: (_level: string, what: string, fields?: LogFields) => void logged.push({ what, fields }) };
  const environment = {
    TONGCHENG_PUBLIC_URL: 'https://ride.example',
    TONGCHENG_DATA: '/nowhere/data',
    TONGCHENG_KEY_FILE: '/nowhere/key',
    TONGCHENG_REAL_NAME: 'tencent-faceid',
    TONGCHENG_TENCENT_SECRET_ID: 'AKID-test',
    TONGCHENG_TENCENT_SECRET_KEY: 'a secret of tests only',
    TONGCHENG_TENCENT_ENDPOINT: cloud.endpoint,
  };
  const config = readConfigOf(environment, servers, { realName: servers.realName });
  const clock = { now: () => Date.now() };
  const chance = { bytes: (size: number) => new Uint8Array(size) };
  const keys = keyFileService(testMaster);
  const { realName } = await config.services({ clock, chance, log, keys, publicUrl: 'https://ride.example' });
  const { name, documentKind, documentNumber } = wang;
  for (let turn = 0; turn < 8; turn += 1)
    await expect(realName.check({ name, documentKind, documentNumber, phone: '13900000001' })).rejects.toThrow(
      ServiceUnavailable,
    );
  expect(cloud.calls).toHaveLength(5);
  expect(logged).toEqual(
    Array(5).fill({
      what: 'an outside service is away',
      fields: { provider: 'real-name', failure: 'the service refused: UnauthorizedOperation.Arrears' },
    }),
  );
  await cloud.close();
});
