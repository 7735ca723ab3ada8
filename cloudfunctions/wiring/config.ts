import type { Environment, Names, Wrong } from './choice';
import { namesOf, readSettings } from './choice';
import { choose, namesToChoose } from './choose';
import { type EveryPiece, everyPiece } from './every-piece';
import { chosenBy, type Home, type Parts } from './home';
import * as servers from './homes/servers';
import { Installation } from './installation';
import { grouped, type PieceNeeds, type Pieces } from './piece';

/** An installation's configuration, read and believed: what is set for all, and how each part of its home opens. */
export interface Config<Made = EveryPiece> {
  readonly installation: Installation;
  readonly store: (needs: Parts['store']['needs']) => Promise<Parts['store']['made']>;
  readonly keys: (needs: Parts['keys']['needs']) => Promise<Parts['keys']['made']>;
  readonly pieces: (needs: PieceNeeds) => Promise<Made>;
}

/**
 * Reads the configuration of a home, by default of one's own machines; names are needed only where their adapter is
 * chosen. Throws with every wrong or missing name at once, never with a value. Set to nothing is not set; neither is a
 * reference that a deploy file did not resolve.
 */
export const readConfig = (environment: Environment, home: Home = servers): Config =>
  readConfigOf(environment, home, everyPiece(home));

/** The same for a function that has some of the pieces only: names of the others are none of its business. */
export function readConfigOf<Made extends object>(
  environment: Environment,
  ground: Pick<Home, 'store' | 'keys'>,
  wanted: Pieces<Made>,
): Config<Made> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => isSet(value)));
  const installation = readSettings(Installation, given);
  const store = choose(chosenBy.store, ground.store, given);
  const keys = choose(chosenBy.keys, ground.keys, given);
  const pieces = grouped(wanted).read(given);
  if (installation.ok && store.ok && keys.ok && pieces.ok)
    return { installation: installation.settings, store: store.open, keys: keys.open, pieces: pieces.open };
  const wrong = [installation, store, keys, pieces].flatMap((read) => (read.ok ? [] : read.wrong));
  throw new Error(refusal(wrong, given));
}

/** `${env:NAME}` and `{{env.NAME}}` come from serverless.yml and cloudbaserc.json where the deployer's environment lacks the name. */
const isSet = (value: string | undefined): boolean =>
  value !== undefined && value !== '' && !/^(\$\{env:\w+\}|\{\{env\.\w+\}\})$/.test(value);

/** Every name that a configuration of this ground and these pieces may read. */
export const namesRead = <Made extends object>(ground: Pick<Home, 'store' | 'keys'>, wanted: Pieces<Made>): Names => ({
  ...namesOf(Installation),
  ...namesToChoose(chosenBy.store, ground.store),
  ...namesToChoose(chosenBy.keys, ground.keys),
  ...grouped(wanted).names,
});

/** Several parts may read one name: it is told once. */
function refusal(wrong: readonly Wrong[], given: Environment): string {
  const told = new Set(wrong.map(({ name, problem }) => tell(name, problem, given)));
  return `配置不完整或有误 the configuration is incomplete or wrong:\n  ${[...told].join('\n  ')}`;
}

const tell = (name: string, problem: string, given: Environment): string =>
  given[name] === undefined ? `${name}: 没有设置 is not set` : `${name}: 设置有误 is wrong (${problem})`;
