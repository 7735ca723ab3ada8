import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeSet } from './make-set';

/** `npm run samples` writes the set of the code as it is; `npm run samples -- 0.3.0` that of a release, on its day. */
const write = async (name: string): Promise<void> => {
  const folder = join('tests', 'samples', name);
  const set = await makeSet();
  rmSync(folder, { recursive: true, force: true });
  for (const [file, text] of Object.entries(set)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
};

write(process.argv[2] ?? 'next').catch((fault) => {
  process.stderr.write(`${fault instanceof Error ? fault.stack : fault}\n`);
  process.exitCode = 1;
});
