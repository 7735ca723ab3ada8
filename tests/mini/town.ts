import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askAlipay } from '@tongcheng/cloudfunctions/adapters/alipay/ask-alipay';
import { alipaySignIn } from '@tongcheng/cloudfunctions/adapters/alipay/sign-in';
import { wechatSignIn } from '@tongcheng/cloudfunctions/adapters/wechat/sign-in';
import { importCity } from '@tongcheng/cloudfunctions/app/venues/import/import-city';
import { venues } from '@tongcheng/cloudfunctions/app/venues/records';
import { makeAnswer } from '@tongcheng/cloudfunctions/edge/answer';
import { readConfig } from '@tongcheng/cloudfunctions/wiring/config';
import { makeContainer } from '@tongcheng/cloudfunctions/wiring/container';
import { makePeople } from '../../city/people/make-people';
import { registerOf } from '../../city/people/register';
import { readPosters } from '../../host/city/posters';
import { providersAtHand } from '../../host/city/providers';
import { allRoutes } from '../../host/functions';
import { environmentIn } from '../edge/town';
import { alipayOnPort } from '../stand-ins/alipay';
import { wechatOnPort } from '../stand-ins/wechat';
import type { Asked } from './phone/network';
import { virtualTime } from './phone/virtual-time';

/** A working morning in the simulated city. */
export const morning = Date.parse('2026-11-21T08:00:00+08:00');
const city = '420100';
const file = (...parts: readonly string[]) => readFileSync(join('cities', city, ...parts), 'utf8');
const rows = (name: string) => file('venues', name).split('\n').slice(0, 7).join('\n');
const fleets = ['buses.csv', 'metro-stations.csv', 'taxis.csv'] as const;

/**
 * Every function over one embedded store in this process, with people, venues and the two platforms' own sign-in; its time is the
 * phones' time.
 */
export async function openTown() {
  const folder = mkdtempSync(join(tmpdir(), 'tongcheng-mini-'));
  const time = virtualTime(morning);
  const people = makePeople('mini', 30);
  const faults: string[] = [];
  const [wechat, alipay] = [await wechatOnPort(time), await alipayOnPort(time)];
  const container = await makeContainer(readConfig(environmentIn(folder)), {
    providers: providersAtHand(registerOf(people), time.now).providers,
    clock: time,
    log: { event: (level, what, fields) => level === 'fault' && faults.push(`${what} ${JSON.stringify(fields)}`) },
  });
  const signIn = {
    ...container.signIn,
    wechat: wechatSignIn(wechat.app),
    alipay: alipaySignIn(askAlipay(alipay.app)),
  };
  const needs = { ...container, signIn };
  await importCity(needs, file('settings.json'), fleets.map(rows));
  const answer = makeAnswer(allRoutes);
  const service = async ({ url, headers, body }: Asked) => {
    const name = new URL(url).pathname.replace('/api/', '');
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
  const codeOf = {
    weapp: (subject: string) => wechat.standIn.login(subject),
    alipay: (subject: string) => alipay.standIn.authCode(subject, 'auth_base'),
  };
  return { time, people, needs, faults, service, codeOf, posted: await postedIn(needs), close };
}

/** An open town. */
export type Town = Awaited<ReturnType<typeof openTown>>;

/** The posted code of the first venue of a mode and kind. */
async function postedIn(needs: Parameters<typeof readPosters>[0]) {
  const posters = await readPosters(needs, city);
  const found: { readonly mode: string; readonly kind: string; readonly link: string; readonly shortCode: string }[] = [];
  for await (const batch of needs.store.stream(venues, { where: { city } }))
    for (const { _id, mode, kind } of batch)
      found.push({ mode, kind, link: posters.codeOf(_id) ?? '', shortCode: posters.shortCodeOf(_id) });
  return (mode: string, kind?: string) => {
    const poster = found.find((one) => one.mode === mode && (kind === undefined || one.kind === kind));
    if (!poster) throw new Error(`no poster of ${mode} ${kind ?? ''} among ${found.length}`);
    return poster;
  };
}
