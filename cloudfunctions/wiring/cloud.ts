import { readConfig } from './config';
import { type Container, makeContainer } from './container';
import * as home from './homes/machine';

let made: Promise<Container> | undefined;

/** The container of this instance of a deployed function, made at its first call. */
export const container = (): Promise<Container> => {
  made ??= makeContainer(readConfig(process.env, home));
  return made;
};
