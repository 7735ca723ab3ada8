import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '@tongcheng/cloudfunctions/adapters/sqlite/open-sqlite-store';
import { dayKeys, people, personKeys } from '@tongcheng/cloudfunctions/vault/records';
import { readConfig } from '@tongcheng/cloudfunctions/wiring/config';
import { makeContainer } from '@tongcheng/cloudfunctions/wiring/container';
import { personFacts } from '../world/records';

const root = mkdtempSync(join(tmpdir(), 'tongcheng-apart-'));
const [data, keyFile, backup] = [join(root, 'data'), join(root, 'master.key'), join(root, 'backup')];
const config = readConfig({
  TONGCHENG_DATA: data,
  TONGCHENG_KEY_FILE: keyFile,
  TONGCHENG_PUBLIC_URL: 'https://ride.example',
  TONGCHENG_PROVIDERS_URL: 'https://providers.example',
  TONGCHENG_PROVIDERS_SECRET: 'nobody is asked anything in this test',
  TONGCHENG_SMTP_HOST: 'mail.example',
  TONGCHENG_SMTP_PORT: '465',
  TONGCHENG_MAIL_FROM: 'tongcheng@ride.example',
});
const someone = personFacts('E12345678', { phone: '+99912345678' });

afterAll(() => rmSync(root, { recursive: true, force: true }));

const bytesIn = (folder: string) =>
  Buffer.concat(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name))),
  );

test('X-03 a backup of the data folder holds no wrapped key, so what was destroyed stays destroyed in it', async () => {
  const { store, vault } = await makeContainer(config);
  const { personId } = await vault.enrol(someone);
  await vault.day('420100', '2026-11-20');
  const wrapped = [
    (await store.get(dayKeys, '420100.2026-11-20'))?.wrapped ?? '',
    (await store.get(personKeys, personId))?.wrapped ?? '',
  ];
  for (const text of wrapped) expect(text.length).toBeGreaterThan(60);
  await store.close();
  cpSync(data, backup, { recursive: true });
  for (const text of wrapped) expect(bytesIn(backup).includes(text)).toBe(false);
  for (const text of wrapped) expect(bytesIn(`${keyFile}.store`).includes(text)).toBe(true);
  const copy = openSqliteStore({ folder: join(backup, 'store') });
  expect(await copy.get(people, personId)).toBeDefined();
  expect(await copy.count(personKeys, {})).toBe(0);
  await copy.close();
});

test('data without its folder of keys does not start, in both languages', async () => {
  rmSync(`${keyFile}.store`, { recursive: true });
  expect(existsSync(keyFile)).toBe(true);
  await expect(makeContainer(config)).rejects.toThrow(/密钥目录.*folder of keys/);
});
