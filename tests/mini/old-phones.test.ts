import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';

const scripts = (platform: string) =>
  readdirSync(join('dist', platform), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));

const isEs5 = (source: string) => {
  try {
    parse(source, { ecmaVersion: 5 });
    return true;
  } catch {
    return false;
  }
};

test('newer language is told apart', () => {
  expect(isEs5('const a = 1')).toBe(false);
  expect(isEs5('var a = 1')).toBe(true);
});

/** Cheap and old phones run ES5 only; a package that slips in uncompiled stops the whole program there. */
test.each(['weapp', 'alipay'])('every script of %s is ES5', (platform) => {
  const files = scripts(platform);
  expect(files.length).toBeGreaterThan(4);
  expect(files.filter((file) => !isEs5(readFileSync(join('dist', platform, file), 'utf8')))).toEqual([]);
});
