import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { sourceOf as at, wholeTree } from './sources';
import { undeclared } from './undeclared';

const root = join(__dirname, '..', '..');
const packages = z.record(z.string(), z.string()).default({});
const Manifest = z.object({ dependencies: packages, devDependencies: packages });

const namedIn = (folder: string) => {
  const { dependencies, devDependencies } = Manifest.parse(
    JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')),
  );
  return new Set([...Object.keys(dependencies), ...Object.keys(devDependencies)]);
};

const workspaces = readdirSync(root).filter(
  (folder) => !/^(node_modules|dist)$/.test(folder) && existsSync(join(root, folder, 'package.json')),
);
const declared = Object.fromEntries(['', ...workspaces].map((folder) => [folder, namedIn(folder)]));

// knip takes what the root declares as declared by every workspace, so it does not see these.
test('every workspace declares the packages that its files use', () => {
  expect(workspaces.length).toBeGreaterThan(4);
  expect(undeclared(wholeTree(), declared)).toEqual([]);
});

test.each([
  ['host/x.ts', "import x from 'nodemailer'", 1],
  ['host/x.ts', "import x from 'node:fs'; import y from './y'; import z from 'zod/mini'", 0],
  ['host/x.ts', "import x from '@fastify/static'; import y from '@tongcheng/shared/time'", 0],
  ['shared/x.ts', "import x from '@tongcheng/cloudfunctions/ports/clock'", 1],
  ['tests/x.ts', "import x from '@tongcheng/shared/time'; import y from '@scope/absent/part'", 1],
])('in %s, `%s` has %d undeclared', (path, text, count) => {
  const known = {
    '': new Set<string>(),
    shared: new Set(['zod']),
    host: new Set(['zod', '@fastify/static', '@tongcheng/shared']),
  };
  expect(undeclared([at(path, text)], known)).toHaveLength(count);
});
