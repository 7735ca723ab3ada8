import { readConfig } from './config';
import { type Container, makeContainer } from './container';

let made: Promise<Container> | undefined;

/** The container of this instance of a deployed function, made at its first call. */
export const container = (): Promise<Container> => {
  made ??= makeContainer(readConfig(process.env));
  return made;
};
