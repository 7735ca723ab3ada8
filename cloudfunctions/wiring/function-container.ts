import type { EnvironmentNames } from './adapter-option';
import { namesRead, readConfigOf } from './config';
import { type Container, makeContainer } from './container';
import type { ServiceModules } from './port-definition';
import { keys, store } from './targets/current';

/** Makes a function's container at its first call, and gives the names that this reads. */
export interface FunctionContainer<Made> {
  (): Promise<Container<Made>>;
  readonly names: EnvironmentNames;
}

/**
 * The container of this instance of a deployed function, made at its first call: what all functions have, and the service
 * modules that this one takes from `targets/current`. It names them one by one, so that its bundle holds their adapters and no
 * others. A start that failed (the store was away) is tried again by the next call.
 */
export function containerWith<Made extends object>(taken: ServiceModules<Made>): FunctionContainer<Made> {
  const core = { store, keys };
  let made: Promise<Container<Made>> | undefined;
  const make = async () => makeContainer(readConfigOf(process.env, core, taken));
  const container = () => {
    made ??= make().catch((fault) => {
      made = undefined;
      throw fault;
    });
    return made;
  };
  return Object.assign(container, { names: namesRead(core, taken) });
}

/** The needs of a function's use cases, from its container. */
export type NeedsOf<Make extends () => Promise<object>> = Awaited<ReturnType<Make>>;
