import { makeNoteBreaker, makeNoteService } from '../app/oversight/operation/note-service';
import type { Config } from './config';
import { type CoreServices, makeCoreServices } from './core-services';
import type { Services } from './deployment-target';
import type { Overrides } from './overrides';

/** Needs of use cases by their names: the core services that all functions have, and some of the others or every one. */
export type Container<Made = Services> = CoreServices & Made;

/** Opens what the configuration chose: the only place where adapters meet use cases. */
export async function makeContainer<Made extends object>(
  config: Config<Made>,
  overrides: Overrides = {},
): Promise<Container<Made>> {
  const core = await makeCoreServices(config, overrides);
  const { clock, chance, log, keys, publicUrl } = core;
  const noteService = makeNoteService(core);
  const noteBreaker = makeNoteBreaker(core);
  const providers = overrides.providers ? { providers: overrides.providers } : {};
  const watched = overrides.watchBreaker ? { watchBreaker: overrides.watchBreaker } : {};
  return config
    .services({ clock, chance, log, keys, publicUrl, noteService, noteBreaker, ...providers, ...watched })
    .then((services): Container<Made> => ({ ...core, ...services }));
}
