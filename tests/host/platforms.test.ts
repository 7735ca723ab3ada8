import type { Ledger } from '@tongcheng/city';
import { accounts } from '@tongcheng/cloudfunctions/app/identity/account-record';
import { consentVersion } from '@tongcheng/shared/identity/consent';
import { type RunningHost, startHost } from '../../host/start-host';
import { newPlace, optionsIn, type Place } from './place';
import { post } from './riders';

jest.setTimeout(120_000);

let place: Place;
let host: RunningHost;
let lived: Ledger | undefined;

beforeAll(async () => {
  place = newPlace();
  const options = await optionsIn(place, { city: true, citiesFolder: 'cities', journeys: 900 });
  host = await startHost(options, { say: () => undefined, keepLedger: true });
  lived = await host.settled;
}, 120_000);
afterAll(async () => {
  await host.stop();
  place.remove();
});

/** A code as the platform would give it on the phone. */
async function codeOf(path: string, asked: unknown): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const reply = await fetch(`${host.url}/providers/${path}`, { method: 'POST', headers, body: JSON.stringify(asked) });
  const { code }: { code?: unknown } = await reply.json();
  return String(code);
}
const value = async (name: string, body: unknown, token?: string) => {
  const { text } = await post(host.url, name, body, token);
  return JSON.parse(text);
};
const enter = async (provider: 'wechat' | 'alipay', code: string): Promise<string> => {
  const { value: session } = await value('identity.sign-in', { provider, code, city: '420100' });
  const agreed = { version: consentVersion, sensitive: true };
  return (await value('identity.consent', agreed, session.accessToken)).value.accessToken;
};
const guest = () => {
  const found = host.city?.people.find(({ role, documentKind }) => role === 'guest' && documentKind === 'resident-id');
  if (!found) throw new Error('no guest');
  return found;
};

describe('npm start with the city', () => {
  it('W-02 a rider inside Alipay authenticates by one tap over the public API', async () => {
    const { subject } = guest();
    const token = await enter('alipay', await codeOf('alipay/auth-code', { subject, scope: 'auth_base' }));
    const code = await codeOf('alipay/auth-code', { subject, scope: 'auth_user' });
    const answer = await value('identity.verify-identity-by-platform', { code }, token);
    expect(answer).toMatchObject({ ok: true, value: { account: { authenticated: true } } });
  });

  it('W-01 a rider inside WeChat signs in and lets the phone number come', async () => {
    const { subject, phone } = guest();
    const token = await enter('wechat', await codeOf('wechat/login', { subject }));
    const answer = await value('identity.ask-phone', { code: await codeOf('wechat/phone', { subject }) }, token);
    expect(answer).toMatchObject({ ok: true, value: { phone } });
  });

  it('a phone that names nobody well-formed gets no code', async () => {
    for (const path of ['sign-in/code', 'wechat/login', 'wechat/phone', 'alipay/auth-code'])
      for (const body of ['', '[]', '{}', '{"subject":7}', '{"subject":"short"}', '{"subject":"with a space"}'])
        expect((await fetch(`${host.url}/providers/${path}`, { method: 'POST', body })).status).toBe(400);
  });

  it('some of the city’s riders lived yesterday inside WeChat and Alipay, and no platform failed them', async () => {
    const riders: { provider: string; brought: boolean; person: boolean }[] = [];
    for await (const batch of host.container.store.stream(accounts, { where: {} }))
      for (const { provider, broughtAt, personId } of batch)
        riders.push({ provider, brought: broughtAt !== undefined, person: personId !== undefined });
    const of = (wanted: string) => riders.filter(({ provider, person }) => provider === wanted && person);
    expect(of('wechat').length).toBeGreaterThan(1);
    expect(of('alipay').filter(({ brought }) => brought).length).toBeGreaterThan(1);
    expect(riders.filter(({ provider, brought }) => provider !== 'alipay' && brought)).toEqual([]);
    const refused = Object.keys(lived?.refusedByCode ?? {});
    expect(lived?.acknowledged).toBeGreaterThan(500);
    expect(refused.filter((code) => /^platform-(?!identity-missing)|^sign-in/.test(code))).toEqual([]);
  });
});
