import { readFileSync } from 'node:fs';
import { distributionSql } from '@tongcheng/cloudfunctions/adapters/postgres/table-sql';
import { allSpecs } from './collections';

const lines = (file: string) => new Set(readFileSync(file, 'utf8').split('\n'));

test('Citus is told of every collection that there is, in the files that docs/operations.md names', () => {
  const specs = allSpecs();
  expect(specs.length).toBeGreaterThan(25);
  const [documents, keys] = [lines('deploy/servers/citus.sql'), lines('deploy/servers/citus-keys.sql')];
  for (const spec of specs)
    for (const line of distributionSql('tongcheng', spec))
      expect([line, documents.has(line) !== keys.has(line)]).toEqual([line, true]);
  expect([...keys].filter((line) => /"c_(personKeys|dayKeys|keysOf)"/.test(line))).toHaveLength(3);
  const page = readFileSync('docs/operations.md', 'utf8');
  for (const file of ['deploy/servers/citus.sql', 'deploy/servers/citus-keys.sql']) expect(page).toContain(file);
});
