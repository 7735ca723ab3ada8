import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listStates, rowFailures } from '@tongcheng/shared/cards/list-api';
import { linkFailures, linkOutcomes } from '@tongcheng/shared/cards/partner-api';
import { generateSync } from 'otplib';
import { type RunningHost, startHost } from '../../host/start-host';
import { environmentOf, newPlace, optionsIn, type Place, withEnvironment } from '../host/place';
import { post } from '../host/riders';
import { leaksIn } from '../world/leaks';
import { holderOf } from './partner-cards';

jest.setTimeout(90_000);

let place: Place;
let host: RunningHost;
beforeAll(async () => {
  place = newPlace();
  const options = await optionsIn(place);
  host = await withEnvironment(environmentOf(place), () => startHost(options, { say: () => undefined }));
});
afterAll(async () => {
  await host.stop();
  place.remove();
});

const valueIn = (text: string, field: string): string => new RegExp(`"${field}":"([^"]+)"`).exec(text)?.[1] ?? '';

/** Registers a card company of senior cards; its id and the file of its key. */
async function cardCompany(): Promise<{ readonly partnerId: string; readonly keyFile: string }> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const keyFile = join(place.folder, 'issuer.pem');
  writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const [chief] = host.first.credentials;
  if (!chief) throw new Error('no credentials');
  const { login, password, totpSecret } = chief;
  const signIn = { login, password, totp: generateSync({ secret: totpSecret }) };
  const { text } = await post(host.url, 'oversight.sign-in-official', signIn);
  const reply = await fetch(`${host.url}/api/partners.register-partner`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${valueIn(text, 'accessToken')}` },
    body: JSON.stringify({
      ...{ kind: 'card-company', name: '演示发卡公司', scopes: [{ level: 'city', code: '420100' }] },
      ...{ cardKinds: ['senior'], keyId: 'k1', publicKey: publicKey.export({ format: 'jwk' }).x ?? '' },
    }),
  });
  return { partnerId: valueIn(await reply.text(), 'partnerId'), keyFile };
}

test('B-04 the sample client streams a list into a running host, names its bad rows, goes on where it was, and puts it in force', async () => {
  const { partnerId, keyFile } = await cardCompany();
  const client = (what: string, version: number, last = '') =>
    new Promise<{ code: number; said: string }>((resolve) => {
      const given = [host.url, partnerId, 'k1', keyFile, '420100', 'senior', String(version), last];
      execFile(process.execPath, ['docs/samples/hand-in-card-list.mjs', what, ...given], (fault, out, err) =>
        resolve({ code: typeof fault?.code === 'number' ? fault.code : 0, said: `${out}${err}` }),
      );
    });
  const file = join(place.folder, 'list.csv');
  const write = (count: number, bad: readonly string[] = []) => {
    const lines = Array.from({ length: count }, (_, order) => {
      const { name, documentKind, documentNumber } = holderOf(order % 20);
      return `SN${String(order).padStart(10, '0')},${name},${documentKind},${documentNumber}`;
    });
    writeFileSync(file, `number,name,documentKind,documentNumber\n${[...lines, ...bad].join('\n')}\n`);
  };
  write(2_300, ['SN!!,王某,resident-id,1', 'SN0000000007,王某某,passport,E46270999']);
  const first = await client('send', 1, file);
  expect(first.code).toBe(1);
  expect(first.said).toMatch(/^row 2301 card-refused .+\nrow 2302 card-twice .+\nstate whole\nnextRow 2303/);
  expect(first.said).toContain('added 2300');
  // Again it is known whole, and nothing is sent twice.
  expect((await client('send', 1, file)).said).toContain('added 2300');
  expect((await client('apply', 1, '5')).said).toContain('list-preview-differs');
  expect((await client('apply', 1, '0')).said).toMatch(/^state (?:applying|in-force)/);
  write(3);
  expect((await client('send', 1, file)).code).toBe(1);
  const { documentNumber, name } = holderOf(3);
  writeFileSync(file, '');
  expect(leaksIn(join(place.folder, 'data'), [documentNumber, name, 'SN0000000003'])).toEqual([]);
});

test('the page for partners that link cards names every answer that a card, a row or a list can get', () => {
  const page = readFileSync('docs/partner-cards.md', 'utf8');
  const ofLists = ['list-unknown', 'list-version-passed', 'list-file-differs', 'list-row-expected', 'list-not-whole'];
  const states = listStates.filter((state) => state !== 'receiving');
  for (const code of [...linkFailures, ...linkOutcomes, ...rowFailures, ...ofLists, ...states, 'list-preview-differs'])
    expect(page).toContain(`\`${code}\``);
});
