import { plans } from '@tongcheng/cloudfunctions/app/reports/records';
import { PartsFailed, runParts } from '@tongcheng/cloudfunctions/app/retention/run-parts';
import { sweep } from '@tongcheng/cloudfunctions/app/retention/sweep';
import { scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import { work } from '@tongcheng/cloudfunctions/functions/daily-report';
import type { DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';
import { makeVault } from '@tongcheng/cloudfunctions/vault/make-vault';
import { dayKeys } from '@tongcheng/cloudfunctions/vault/records';
import { dayMs } from '@tongcheng/shared/time';
import { keysIn } from '../world/keys';
import { city, day, nextMorning, openReportInstallation, type ReportInstallation } from '../world/report-installation';
import { clock } from '../world/ride-settings';
import { openTown } from '../world/town';

const thrown = async () => {
  throw new Error('this part is broken');
};

test('a part of a timer’s run that fails skips no other, is logged, and fails the run at the end', async () => {
  const done: string[] = [];
  const logged: unknown[] = [];
  const log = { event: (level: string, what: string, fields?: object) => void logged.push([level, what, fields]) };
  const part = (name: string) => async () => void done.push(name);
  const run = runParts({ log }, { first: part('first'), broken: thrown, worse: thrown, last: part('last') });
  await expect(run).rejects.toThrow(new PartsFailed('2 of 4 parts failed: broken, worse'));
  expect(done).toEqual(['first', 'last']);
  expect(logged).toHaveLength(2);
  expect(logged[0]).toMatchObject(['fault', 'part of a timer failed: broken', { count: 1 }]);
});

test('a stop begins no further part, and what it cut off is no fault: it is due again', async () => {
  const stop = new AbortController();
  const done: string[] = [];
  const logged: unknown[] = [];
  const log = { event: (...line: readonly unknown[]) => void logged.push(line) };
  const needs = { log, stopping: stop.signal };
  const stopped = async () => {
    stop.abort();
    throw new Error('the store is closed');
  };
  const last = async () => void done.push('last');
  await runParts(needs, { first: async () => void done.push('first'), stopped, last });
  expect([done, logged]).toEqual([['first'], []]);
});

describe('the daily timer', () => {
  let town: ReportInstallation;
  beforeEach(async () => {
    town = await openReportInstallation();
    const one = await town.person(1);
    await town.ride(one.caller, clock('12:00:00'), ['bus1', clock('08:00:00')], ['bus1', clock('08:30:00')]);
    await town.run(nextMorning);
    town.clock.set(clock('00:30:00', '2022-07-03'));
  });
  afterEach(() => town.close());

  test('X-03 a day whose key cannot be destroyed stops no other day from being erased', async () => {
    const bad = '2022-05-30';
    await town.needs.vault.day(city, bad);
    const update: DocumentStore['update'] = async (into, document, version) => {
      if (document._id === `${city}.${bad}`) throw new Error('the key cannot be written');
      return town.store.update(into, document, version);
    };
    const { keys, chance, clock: time } = town.needs;
    const store = { ...town.store, update };
    const vault = await makeVault({ store, keys, keyStore: keysIn(store, time), chance, clock: time });
    await expect(sweep({ ...town.needs, vault })).rejects.toThrow(PartsFailed);
    expect(await town.store.get(dayKeys, `${city}.${day}`)).toMatchObject({ wrapped: null });
    expect((await town.store.get(dayKeys, `${city}.${bad}`))?.wrapped).not.toBeNull();
    expect(await town.store.days(scans)).not.toContain(day);
  });

  test('the log tells the operator which keys were destroyed and until when copies of them remain', async () => {
    const lines: unknown[] = [];
    const log = { event: (...line: readonly unknown[]) => void lines.push(line) };
    const copyDays = 2;
    const destroyDays: typeof town.needs.vault.destroyDays = async (all) => {
      const erased = await town.needs.vault.destroyDays(all);
      return { ...erased, copiesUntil: erased.erasedAt + copyDays * dayMs };
    };
    await sweep({ ...town.needs, log, vault: { ...town.needs.vault, destroyDays } });
    const until = { copiesUntil: '2022-07-04T16:30:00.000Z' };
    expect(lines).toContainEqual(['notice', 'the city key of a day was destroyed', { city, day, ...until }]);
  });

  test('X-03 keys of days without scans are destroyed too: the sweeper walks keys', async () => {
    const quiet = '2022-05-29';
    await town.needs.vault.day(city, quiet);
    await sweep(town.needs);
    expect(await town.store.get(dayKeys, `${city}.${quiet}`)).toMatchObject({ wrapped: null });
  });

  test('a key of the coach class is another key, and outlives the city’s', async () => {
    const coach = await town.needs.vault.day(city, day, 'coach');
    expect(coach?.pseudonym('p_1')).not.toBe((await town.needs.vault.day(city, day))?.pseudonym('p_1'));
    await sweep(town.needs);
    expect(await town.needs.vault.day(city, day)).toBeUndefined();
    expect(await town.needs.vault.day(city, day, 'coach')).toBeDefined();
    expect(await town.needs.vault.liveDays()).toContainEqual({ keyClass: 'coach', city, day });
  });
});

test('X-03 when the reports of a timer’s run fail, days are erased all the same', async () => {
  const town = await openTown();
  const { store: real, vault } = town.needs;
  const stream: DocumentStore['stream'] = (from, query) => {
    if (from.name === plans.name) throw new Error('no reports today');
    return real.stream(from, query);
  };
  const past = { keyClass: 'city', city: '420100', day: '2020-01-23' } as const;
  await vault.day(past.city, past.day);
  expect(await vault.liveDays()).toContainEqual(past);
  await expect(work({ ...town.needs, store: { ...real, stream } })).rejects.toThrow(
    /1 of \d+ parts failed: daily reports$/,
  );
  expect(await vault.liveDays()).not.toContainEqual(past);
  await town.close();
});
