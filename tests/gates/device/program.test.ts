import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededNumbers, seedOfRun } from '../../world/chance';
import { inFolder } from '../../world/folders';
import { until } from '../../world/until';
import { epochKey, readerKey } from '../keys';
import { bundleGate, startGate } from './gate-child';
import { gateHost } from './gate-host';
import { kind, numberOf, red, testedHoursAgo, tokenOf } from './gate-in';

jest.setTimeout(120_000);
const program = bundleGate();
const seed = seedOfRun();
const tested = (card: number) => ({ number: numberOf(card), status: testedHoursAgo(Date.now(), 5) });

/** A service and the words by which a gate is put up at it. */
async function put() {
  const host = await gateHost();
  return { host, words: ['--server', host.url, '--code', 'ABCD-EFGH-JKMN'] };
}

/** What a gate says of a card of the tests. */
async function groundOf(gate: Awaited<ReturnType<typeof startGate>>, card: number): Promise<string> {
  const reply = await gate.ask('/tap', { kind, number: numberOf(card) });
  return (await reply.json()).ground;
}

test(
  'B-06 the program enrols itself, decides what a reader hands over, and answers nobody but its own machine’s screen and readers',
  inFolder(async (folder) => {
    const { host, words } = await put();
    host.service.publish([tested(1)]);
    const gate = await startGate(program, folder, words);
    await until(() => host.service.reports.length > 0);
    const tap = await gate.ask('/tap', { kind, number: numberOf(1) });
    expect(await tap.json()).toMatchObject({
      decision: 'admit',
      ground: 'met',
      shown: { zh: '请通行', en: 'Please pass' },
    });
    await gate.ask('/line', { line: numberOf(1) });
    await until(() => host.service.delivered.length === 2);
    const strangers = [
      gate.ask('/tap', { kind, number: numberOf(1) }, {}),
      gate.ask('/tap', { kind, number: numberOf(1) }, { authorization: 'Bearer guessed' }),
      fetch(`${gate.url}/messages`),
    ];
    expect((await Promise.all(strangers)).map(({ status }) => status)).toEqual([401, 401, 401]);
    const wrong = [
      gate.ask('/tap', { kind: 'A B', number: '1' }),
      gate.ask('/nowhere', {}),
      gate.ask('/line', { line: 'x'.repeat(2_000) }),
    ];
    expect((await Promise.all(wrong)).map(({ status }) => status)).toEqual([400, 404, 400]);
    const page = await fetch(gate.url);
    expect(page.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self'/,
    );
    expect(await page.text()).toContain('/screen.js');
    await expect(startGate(program, folder, [])).rejects.toThrow('Another gate program uses this folder');
    await gate.kill();
    const reports = host.service.reports.length;
    const again = await startGate(program, folder, []);
    await until(() => host.service.reports.length > reports);
    expect(await groundOf(again, 1)).toBe('met');
    await again.kill();
    host.close();
  }),
);

test(
  `kill -9 at any moment of a sync leaves the last good set, and no tap is lost or doubled (TONGCHENG_SEED=${seed})`,
  inFolder(async (folder) => {
    const { host, words } = await put();
    const chance = seededNumbers(seed);
    host.service.publish(Array.from({ length: 2_000 }, (_, card) => tested(card)));
    let [opened, reported] = [0, 0];
    for (let kills = 0; kills < 6; kills += 1) {
      const reports = host.service.reports.length;
      const gate = await startGate(program, folder, words);
      await until(() => host.service.reports.length > reports);
      expect(await groundOf(gate, 1)).toBe('met');
      opened += 1;
      for (let each = 0; each < 20; each += 1) host.service.change([tested(3_000 + each)]);
      if (kills % 3 === 2) host.service.publish(Array.from({ length: 2_000 }, (_, card) => tested(card)));
      const before = host.service.fetched.length;
      await until(() => host.service.fetched.length > before + Math.floor(chance() * 15));
      await gate.kill();
      reported = Math.max(reported, host.service.reports.at(-1)?.setVersion ?? 0);
      host.service.hasNoFiles = true;
      const count = host.service.reports.length;
      const offline = await startGate(program, folder, []);
      await until(() => host.service.reports.length > count);
      expect(host.service.reports.at(-1)?.setVersion).toBeGreaterThanOrEqual(reported);
      await offline.kill();
      host.service.hasNoFiles = false;
    }
    const last = await startGate(program, folder, []);
    await until(() => host.service.delivered.length === opened);
    expect(new Set(host.service.delivered.map(({ tapId }) => tapId)).size).toBe(opened);
    await last.kill();
    host.close();
  }),
);

test(
  'whoever copies the folder of a running gate finds no number, token, key or name of a status in it',
  inFolder(async (folder) => {
    const { host, words } = await put();
    host.service.publish([tested(1), { number: numberOf(2), status: red }]);
    const gate = await startGate(program, folder, words);
    await until(() => host.service.reports.length > 0);
    host.service.isAway = true;
    for (const card of [1, 2, 3]) await gate.ask('/tap', { kind, number: numberOf(card) });
    const secrets = [readerKey, epochKey, ...[1, 2, 3].map((card) => Buffer.from(tokenOf(card), 'hex'))];
    const forms = [
      ...secrets.flatMap((bytes) => [
        bytes,
        bytes.toString('hex'),
        bytes.toString('base64'),
        bytes.toString('base64url'),
      ]),
      ...[1, 2, 3].map(numberOf),
    ];
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
    const copied = files.map((each) => readFileSync(join(each.parentPath, each.name)));
    expect(files.map(({ name }) => name)).toEqual(expect.arrayContaining(['taps.log', 'gate.json', 'device-key.pem']));
    expect(forms.filter((form) => copied.some((file) => file.includes(form)))).toEqual([]);
    expect(copied.some((file) => file.includes('"ground":"met"'))).toBe(true);
    await gate.kill();
    host.close();
  }),
);
