import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { firstCalls } from '../../bench/cold/first-events';

test('every function has a first call in the bench of cold starts, but the one that a timer starts', () => {
  const functions = readdirSync(join(__dirname, '../../cloudfunctions/functions')).map((file) =>
    file.replace('.ts', ''),
  );
  expect([...Object.keys(firstCalls), 'daily-report'].sort()).toEqual(functions.sort());
});
