import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { firstCalls, timed } from '../../bench/cold/first-events';

test('every function has a first call in the bench of cold starts, but those that a timer starts', () => {
  const functions = readdirSync(join(__dirname, '../../cloudfunctions/functions')).map((file) =>
    file.replace('.ts', ''),
  );
  expect([...Object.keys(firstCalls), ...timed].sort()).toEqual(functions.sort());
});
