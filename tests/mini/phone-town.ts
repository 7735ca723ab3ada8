import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changeAccount } from '@tongcheng/cloudfunctions/app/identity/account/change-account';
import { accounts } from '@tongcheng/cloudfunctions/app/identity/account-record';
import { importCity } from '@tongcheng/cloudfunctions/app/venues/import/import-city';
import { cities, venues } from '@tongcheng/cloudfunctions/app/venues/records';
import { makeAnswer } from '@tongcheng/cloudfunctions/edge/answer';
import { readConfig } from '@tongcheng/cloudfunctions/wiring/config';
import { makeContainer } from '@tongcheng/cloudfunctions/wiring/container';
import type { HealthCodePages } from '@tongcheng/shared/venues/ways-in';
import { makePeople } from '../../city/people/make-people';
import type { Person } from '../../city/people/person';
import { registerOf } from '../../city/people/register';
import { readPosters } from '../../host/city/posters';
import { providersAtHand } from '../../host/city/providers';
import { allRoutes } from '../../host/functions';
import { alipayOnPort } from '../stand-ins/alipay';
import { wechatOnPort } from '../stand-ins/wechat';
import { environmentIn } from '../world/town';
import type { Answered, Asked } from './phone/network';
import { virtualTime } from './phone/virtual-time';

/** A working morning in the simulated city. */
const morning = Date.parse('2026-11-21T08:00:00+08:00');
const city = '420100';
const file = (...parts: readonly string[]) => readFileSync(join('cities', city, ...parts), 'utf8');
const rows = (name: string) => file('venues', name).split('\n').slice(0, 7).join('\n');
const fleets = ['buses.csv', 'metro-stations.csv', 'taxis.csv'] as const;

/**
 * Every function over one embedded store in this process, with people, venues and the two platforms' own sign-in; its time is the
 * phones' time.
 */
export async function openPhoneTown() {
  const folder = mkdtempSync(join(tmpdir(), 'tongcheng-mini-'));
  const time = virtualTime(morning);
  const people = makePeople('mini', 30);
  const faults: string[] = [];
  const register = registerOf(people);
  const [wechat, alipay] = [await wechatOnPort(time), await alipayOnPort(time)];
  const needs = await makeContainer(readConfig({ ...environmentIn(folder), ...platformsIn(folder, wechat, alipay) }), {
    providers: providersAtHand(register, time.now).providers,
    clock: time,
    log: { event: (level, what, fields) => level === 'fault' && faults.push(`${what} ${JSON.stringify(fields)}`) },
  });
  await importCity(needs, file('settings.json'), fleets.map(rows));
  const answer = makeAnswer(allRoutes);
  const pages = webFiles();
  const service = async ({ url, headers, body }: Asked): Promise<Answered> => {
    const { pathname } = new URL(url);
    if (pathname.startsWith('/app/')) return pages(pathname);
    const name = pathname.replace('/api/', '');
    const bearer = headers.authorization?.replace(/^Bearer /, '');
    const asked = { name, body, bodyBytes: Buffer.byteLength(body), address: '10.1.2.3' };
    const { status, body: text } = await answer(needs, bearer === undefined ? asked : { ...asked, bearer });
    return { status, text };
  };
  const close = async () => {
    await Promise.all([wechat.close(), alipay.close()]);
    await needs.store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  /** W-07: somebody completes their status at the health-code platform of the channel they are in. */
  const statusHere = ({ documentNumber }: Person) => register.completeStatus(documentNumber);
  /** W-06: the city names where a status is completed; known everywhere at once. */
  const nameHealthCode = async (healthCode: HealthCodePages) => {
    const { _v, ...record } = (await needs.store.get(cities, '420100')) ?? missing('city');
    await needs.store.update(cities, { ...record, settings: { ...record.settings, healthCode } }, _v);
    time.sleep(6_000);
  };
  /** As if all riders had agreed before the notice was changed. */
  const agreedToAnOlderNotice = async () => {
    for await (const batch of needs.store.stream(accounts, { where: {} }))
      for (const { _id } of batch)
        await changeAccount(needs.store, _id, (held) => ({ ...held, consentVersion: '2026-01-31' }));
  };
  const posted = await postedIn(needs);
  return {
    time,
    people,
    needs,
    faults,
    service,
    wechat,
    alipay,
    posted,
    pages,
    statusHere,
    nameHealthCode,
    agreedToAnOlderNotice,
    close,
  };
}

const missing = (what: string): never => {
  throw new Error(`there is no ${what}`);
};

type Stands = [Awaited<ReturnType<typeof wechatOnPort>>, Awaited<ReturnType<typeof alipayOnPort>>];

/** The environment of an installation that both platforms vouch for. */
function platformsIn(folder: string, wechat: Stands[0], alipay: Stands[1]) {
  const keyFile = join(folder, 'alipay-app.pem');
  writeFileSync(keyFile, alipay.app.privateKey);
  return {
    TONGCHENG_SIGN_IN_WECHAT: 'wechat',
    TONGCHENG_WECHAT_APP_ID: wechat.app.appId,
    TONGCHENG_WECHAT_SECRET: wechat.app.secret,
    TONGCHENG_WECHAT_URL: wechat.app.url,
    TONGCHENG_WECHAT_EXPOSURE_TEMPLATE: 'template-of-exposure',
    TONGCHENG_SIGN_IN_ALIPAY: 'alipay',
    TONGCHENG_ALIPAY_APP_ID: alipay.app.appId,
    TONGCHENG_ALIPAY_PRIVATE_KEY_FILE: keyFile,
    TONGCHENG_ALIPAY_PUBLIC_KEY: alipay.app.alipayPublicKey,
    TONGCHENG_ALIPAY_GATEWAY: alipay.app.gateway,
    TONGCHENG_ALIPAY_EXPOSURE_TEMPLATE: 'template-of-exposure',
  };
}

/** An open town. */
export type PhoneTown = Awaited<ReturnType<typeof openPhoneTown>>;

/** Files of the built web app, as the host serves them; a test may have something else answered. */
function webFiles() {
  const instead = new Map<string, Answered>();
  const served = (path: string): Answered => {
    const built = join('dist/h5', path.replace('/app/', ''));
    const other = instead.get(path);
    if (other) return other;
    if (!existsSync(built)) return { status: 404, text: 'not found' };
    return { status: 200, text: '', bytes: readFileSync(built) };
  };
  return Object.assign(served, { instead });
}

/** The posted code of the first venue of a mode and kind. */
async function postedIn(needs: Parameters<typeof readPosters>[0]) {
  const posters = await readPosters(needs, city);
  const found: { readonly mode: string; readonly kind: string; readonly link: string; readonly shortCode: string }[] =
    [];
  for await (const batch of needs.store.stream(venues, { where: { city } }))
    for (const { _id, mode, kind } of batch)
      found.push({ mode, kind, link: posters.codeOf(_id) ?? '', shortCode: posters.shortCodeOf(_id) });
  return (mode: string, kind?: string) => {
    const poster = found.find((one) => one.mode === mode && (kind === undefined || one.kind === kind));
    if (!poster) throw new Error(`no poster of ${mode} ${kind ?? ''} among ${found.length}`);
    return poster;
  };
}
