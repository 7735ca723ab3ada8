import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startHost } from '../../host/start-host';
import { canMount, onDiskOf } from '../world/small-disk';
import { bundleHost, startChild } from './child';
import { environmentOf, newPlace, optionsIn, type Place, withEnvironment } from './place';

jest.setTimeout(180_000);
let place: Place;
beforeEach(() => {
  place = newPlace();
});
afterEach(() => place.remove());

/** What a start says that cannot be. */
const refusal = async (more: { readonly dataFolder?: string; readonly keyFile?: string }): Promise<string> => {
  const options = { ...(await optionsIn(place)), ...more };
  const started = withEnvironment(environmentOf(place), () => startHost(options, { say: () => undefined }));
  return started.then(
    (host) => host.stop().then(() => 'it started'),
    (fault: Error) => fault.message,
  );
};

const fill = (disk: string) => {
  for (const size of [65_536, 4_096]) {
    try {
      for (let at = 0; ; at += 1) writeFileSync(join(disk, `filler-${size}-${at}`), Buffer.alloc(size));
    } catch {}
  }
};
const readOnly = /只读.*read-only/;
const full = /已满.*full/;
const mounting = canMount() ? test : test.skip;

mounting.each([
  ['a data folder that cannot be made on a read-only disk', 'ro', 'data', readOnly],
  ['a data folder that cannot be made on a full disk', 'full', 'data', full],
] as const)(
  '%s is said in both languages with its path (skipped where mounting is not allowed)',
  (_what, how, name, words) =>
    onDiskOf('256k', async (disk, remount) => {
      if (how === 'full') fill(disk);
      else remount('ro');
      const said = await refusal({ dataFolder: join(disk, name, 'deep') });
      expect(said).toContain(join(disk, name));
      expect(said).toMatch(words);
    }),
);

mounting.each([
  ['read-only', readOnly],
  ['full', full],
] as const)('so is a store that cannot be made in a data folder that is there, on a %s disk', (how, words) =>
  onDiskOf('256k', async (disk, remount) => {
    mkdirSync(join(disk, 'data'));
    if (how === 'full') fill(disk);
    else remount('ro');
    const said = await refusal({ dataFolder: join(disk, 'data') });
    expect(said).toContain(join(disk, 'data', 'store'));
    expect(said).toMatch(words);
  }),
);

mounting.each([
  ['read-only', readOnly],
  ['full', full],
] as const)('so is a key file that cannot be written, on a %s disk', (how, words) =>
  onDiskOf('64k', async (disk, remount) => {
    if (how === 'full') fill(disk);
    else remount('ro');
    const said = await refusal({ keyFile: join(disk, 'master.key') });
    expect(said).toContain(join(disk, 'master.key'));
    expect(said).toMatch(words);
  }),
);

mounting('so is a store that is there, on a disk that has become read-only', () =>
  onDiskOf('64m', async (disk, remount) => {
    const options = { ...(await optionsIn(place)), dataFolder: join(disk, 'data') };
    const program = bundleHost();
    // As programs of their own: this one would keep files open, and the disk busy.
    const first = startChild(program, options, environmentOf(place));
    while (!first.said().includes('Ctrl-C'))
      await Promise.race([first.ended, once(first.process.stdout ?? first.process, 'data')]);
    first.process.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    remount('ro');
    const second = startChild(program, options, environmentOf(place));
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain(join(options.dataFolder, 'store', 'main.sqlite'));
    expect(second.said()).toMatch(readOnly);
    expect(second.said()).not.toMatch(/\n\s+at /);
  }),
);
