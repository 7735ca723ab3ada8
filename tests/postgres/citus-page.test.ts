import { readFileSync } from 'node:fs';
import { distributionSql } from '@tongcheng/cloudfunctions/adapters/postgres/citus';
import type { Shape } from '@tongcheng/cloudfunctions/adapters/postgres/shape';
import { allShapes } from './collections';

const keys = ['personKeys', 'dayKeys', 'keysOf'];
const page = readFileSync('docs/operations.md', 'utf8');

/** What the page shows between two marks. */
const shown = (name: string): string => {
  const [, block] = new RegExp(`-- ${name}\n([\\s\\S]*?)-- /${name}\n`).exec(page) ?? [];
  return block ?? '';
};

const sqlOf = (shapes: readonly Shape[]): string =>
  [...shapes]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((shape) => distributionSql('tongcheng', shape))
    .map((line) => `${line}\n`)
    .join('');

test('docs/operations.md tells Citus of every collection that there is, and of no other', () => {
  const shapes = allShapes();
  expect(shapes.length).toBeGreaterThan(25);
  expect(shown('documents')).toBe(sqlOf(shapes.filter(({ name }) => !keys.includes(name))));
  expect(shown('keys')).toBe(sqlOf(shapes.filter(({ name }) => keys.includes(name))));
});
