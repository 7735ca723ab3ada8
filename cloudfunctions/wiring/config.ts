import type { Environment, Read, Wrong } from './choice';
import { readSettings } from './choice';
import { type Choices, choose } from './choose';
import { chosenBy, type Home, type PartName, type Parts } from './home';
import * as servers from './homes/servers';
import { Installation } from './installation';

/** An installation's configuration, read and believed: what is set for all, and how each part of its home opens. */
export type Config = {
  readonly [P in PartName]: (needs: Parts[P]['needs']) => Promise<Parts[P]['made']>;
} & { readonly installation: Installation };

/**
 * Reads the configuration of a home, by default of one's own machines; names are needed only where their adapter is
 * chosen. Throws with every wrong or missing name at once, never with a value. Set to nothing is not set.
 */
export function readConfig(environment: Environment, home: Home = servers): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const wrong: Wrong[] = [];
  const part = <Needs, Made>(name: PartName, choices: Choices<Needs, Made>) =>
    openerOf(choose(chosenBy[name], choices, given), wrong);
  const installation = readSettings(Installation, given);
  const parts = {
    store: part('store', home.store),
    keys: part('keys', home.keys),
    objects: part('objects', home.objects),
    signInWeb: part('signInWeb', home.signInWeb),
    signInWechat: part('signInWechat', home.signInWechat),
    signInAlipay: part('signInAlipay', home.signInAlipay),
    realName: part('realName', home.realName),
    healthStatus: part('healthStatus', home.healthStatus),
    cardIssuer: part('cardIssuer', home.cardIssuer),
    mailer: part('mailer', home.mailer),
  };
  if (!installation.ok) wrong.unshift(...installation.wrong);
  if (!installation.ok || wrong.length > 0) throw new Error(refusal(wrong, given));
  return { installation: installation.settings, ...parts };
}

function openerOf<Needs, Made>(read: Read<Needs, Made>, wrong: Wrong[]): (needs: Needs) => Promise<Made> {
  if (read.ok) return read.open;
  wrong.push(...read.wrong);
  return () => Promise.reject(new Error('a part whose configuration is wrong was opened'));
}

/** Several parts may read one name: it is told once. */
function refusal(wrong: readonly Wrong[], given: Environment): string {
  const told = new Set(wrong.map(({ name, problem }) => tell(name, problem, given)));
  return `配置不完整或有误 the configuration is incomplete or wrong:\n  ${[...told].join('\n  ')}`;
}

const tell = (name: string, problem: string, given: Environment): string =>
  given[name] === undefined ? `${name}: 没有设置 is not set` : `${name}: 设置有误 is wrong (${problem})`;
