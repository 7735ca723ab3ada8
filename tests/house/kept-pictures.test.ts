import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '../../docs/screens');

/** All that is kept together: whoever clones the repository takes it along. */
const mostBytes = 10_000_000;

test('the kept pictures of all screens are ten megabytes at most', () => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  expect(files.length).toBeGreaterThan(40);
  expect(bytes).toBeLessThanOrEqual(mostBytes);
});
