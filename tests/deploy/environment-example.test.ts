import { readFileSync } from 'node:fs';
import { namesRead, readConfig } from '@tongcheng/cloudfunctions/wiring/config';
import { servicesOf } from '@tongcheng/cloudfunctions/wiring/deployment-target';
import * as servers from '@tongcheng/cloudfunctions/wiring/targets/servers';
import { environmentExample } from '../../tools/deploy/environment-example';

const text = readFileSync('deploy/servers/environment.example', 'utf8');
const named = [...text.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value] as const);

test('the example of the environment is what the declarations give: otherwise run npm run generate', () => {
  expect(text).toBe(environmentExample());
});

test('it names every name that a host on servers reads, once, but for those of the command line and of the simulated city', () => {
  const elsewhere = ['DATA', 'KEY_FILE', 'STORE_THREAD', 'DEMONSTRATION_PEOPLE_URL'].map((name) => `TONGCHENG_${name}`);
  const read = Object.keys(namesRead(servers, servicesOf(servers))).filter((name) => !elsewhere.includes(name));
  expect(named.map(([name]) => name).sort()).toEqual(read.sort());
});

test('every name is explained, and says when it must be set', () => {
  const blocks = text.split('\n\n').filter((block) => /^[A-Z_]+=/m.test(block));
  expect(blocks).toHaveLength(named.length);
  for (const block of blocks) {
    expect(block).toMatch(/^# .*\p{Script=Han}/mu);
    expect(block).toMatch(/^# .*[a-z]{2}/m);
    // What is no literal is no default that a reader could write.
    expect(block).not.toMatch(/without it: .*[()]/);
  }
  expect(text).toMatch(/required with TONGCHENG_STORE=postgres\.\nTONGCHENG_POSTGRES_URL=$/m);
  expect(text).toMatch(/必填 required\.\nTONGCHENG_SMTP_HOST=$/m);
});

test('a start with the example as it stands names exactly what it calls required', () => {
  const required = [...text.matchAll(/required(?:\.| with TONGCHENG_STORE=postgres\.)\n([A-Z_]+)=$/gm)].map(
    ([, name = '']) => name,
  );
  const own = { TONGCHENG_DATA: '/data', TONGCHENG_KEY_FILE: '/key' };
  let said = '';
  try {
    readConfig({ ...Object.fromEntries(named), ...own });
  } catch (fault) {
    said = fault instanceof Error ? fault.message : '';
  }
  const missing = [...said.matchAll(/(TONGCHENG_\w+): 没有设置/g)].map(([, name = '']) => name);
  expect(missing.length).toBeGreaterThan(5);
  expect(missing.sort()).toEqual(required.sort());
});
