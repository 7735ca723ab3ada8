import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf } from '@tongcheng/shared/time';
import { startHost } from '../../host/start-host';
import { bundleHost, startChild, untilAnswers } from './child';
import { environmentOf, newPlace, optionsIn, type Place, withEnvironment } from './place';
import { anyCode, post, scanOf, tokensOf } from './riders';

jest.setTimeout(180_000);
let place: Place;
beforeEach(() => {
  place = newPlace();
});
afterEach(() => place.remove());

interface Line {
  readonly level: string;
  readonly fault?: string;
}

test('safety rule 4: a host that was killed and lost the file of its day says at its start which and how much, and goes on', async () => {
  const options = await optionsIn(place);
  const child = startChild(bundleHost(), options, environmentOf(place));
  await untilAnswers(child, options.publicUrl);
  const tokens = await tokensOf(options.keyFile);
  const code = await anyCode(options.publicUrl, tokens.official());
  const days = new Set<string>();
  for (let at = 0; at < 12; at += 1) {
    days.add(dayOf(Date.now()));
    const { status } = await post(options.publicUrl, 'rides.record-scan', scanOf(code), tokens.rider(`r${at}`));
    expect(status).toBe(200);
  }
  child.process.kill('SIGKILL');
  expect(await child.ended).toBe('SIGKILL');
  const folder = join(options.dataFolder, 'store', 'days', 'scans');
  for (const day of days) for (const ending of ['', '-wal']) rmSync(join(folder, `${day}.sqlite${ending}`));

  const lines: Line[] = [];
  const log = { event: (level: string, _what: string, fields = {}) => void lines.push({ level, ...fields }) };
  const host = await withEnvironment(environmentOf(place), () =>
    startHost(options, { say: () => undefined, overrides: { log } }),
  );
  const faults = lines.filter(({ level }) => level === 'fault').map(({ fault }) => fault);
  const lacks = [...days].map((day) =>
    expect.stringMatching(new RegExp(`lacks .*/scans/${day}\\.sqlite: [1-9]\\d* / `)),
  );
  expect(faults).toEqual(lacks);
  const health = await fetch(`${host.url}/health`);
  expect([health.status, await health.json()]).toEqual([200, { ok: true, troubles: days.size }]);
  const again = await post(host.url, 'rides.record-scan', scanOf(code), tokens.rider('after'));
  expect(again.status).toBe(200);
  await host.stop();
});
