import type { Brought } from './brought';
import type { Config } from './config';
import type { EveryPiece } from './every-piece';
import { type Ground, makeGround } from './ground';

export type { Brought } from './brought';

/** Needs of use cases by their names: the ground of all, and some pieces or every one. */
export type Container<Made = EveryPiece> = Ground & Made;

/** Opens what the configuration chose: the only place where adapters meet use cases. */
export async function makeContainer<Made extends object>(
  config: Config<Made>,
  brought: Brought = {},
): Promise<Container<Made>> {
  const ground = await makeGround(config, brought);
  const { clock, chance, log, keys, publicUrl } = ground;
  const provided = brought.providers ? { providers: brought.providers } : {};
  const watched = brought.watchBreaker ? { watchBreaker: brought.watchBreaker } : {};
  return config
    .pieces({ clock, chance, log, keys, publicUrl, ...provided, ...watched })
    .then((pieces): Container<Made> => ({ ...ground, ...pieces }));
}
