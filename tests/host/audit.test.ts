import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openSqliteStore } from '@tongcheng/cloudfunctions/adapters/sqlite/open-sqlite-store';
import { accessLog } from '@tongcheng/cloudfunctions/app/audit/access-entry';
import { addDays, dayOf } from '@tongcheng/shared/time';
import { startHost } from '../../host/start-host';
import { environmentOf, newPlace, optionsIn, type Place, withEnvironment } from './place';
import { post, tokensOf } from './riders';

let place: Place;
beforeEach(() => {
  place = newPlace();
});
afterEach(() => place.remove());

const ran = promisify(execFile);

test('X-04 `npm run audit` lists entries, says that the log is whole, names a removed one, and refuses other words', async () => {
  const options = await optionsIn(place);
  const environment = { ...process.env, ...environmentOf(place) };
  const host = await withEnvironment(environmentOf(place), () => startHost(options, { say: () => undefined }));
  const token = (await tokensOf(options.keyFile)).official('auditor');
  const today = dayOf(Date.now());
  const days = { from: addDays(today, -1), to: today };
  for (const limit of [10, 20])
    expect((await post(host.url, 'oversight.list-accesses', { city: '420100', ...days, limit }, token)).status).toBe(
      200,
    );
  await host.stop();
  const audit = (...words: string[]) => {
    const places = ['--data', options.dataFolder, '--key-file', options.keyFile];
    return ran(process.execPath, ['tools/run-ts.mjs', 'host/audit.ts', ...words, ...places], { env: environment }).then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      (fault: { code: number; stdout: string; stderr: string }) => ({
        code: fault.code,
        said: fault.stdout + fault.stderr,
      }),
    );
  };
  const listed = await audit('list', '--from', days.from, '--purpose', 'access-log');
  expect(listed.code).toBe(0);
  expect(listed.said.trim().split('\n')).toEqual(
    Array.from({ length: 2 }, () => expect.stringMatching(/\taccess-log\tofficial-1\t420100\t/)),
  );
  expect(await audit('verify')).toEqual({ code: 0, said: expect.stringMatching(/is whole: \d+\n/) });
  const store = openSqliteStore({ folder: join(options.dataFolder, 'store') });
  const [first] = (await store.find(accessLog, { where: {}, limit: 1 })).items;
  await store.delete(accessLog, first?._id ?? '');
  await store.close();
  expect(await audit('verify')).toEqual({ code: 1, said: expect.stringContaining(`${first?._id}`) });
  expect(await audit('burn')).toEqual({ code: 1, said: expect.stringContaining('npm run audit -- verify') });
  expect(await audit('list', '--from', 'May')).toEqual({
    code: 1,
    said: expect.stringContaining('looks like 2026-11-28'),
  });
}, 120_000);
