import { readConfigOf } from './config';
import { type Container, makeContainer } from './container';
import * as home from './homes/here';
import type { Pieces } from './piece';
import * as pieces from './pieces';

/**
 * The container of this instance of a deployed function, made at its first call: what all functions have, and the pieces
 * that this one names. A start that failed (the store was away) is tried again by the next call.
 */
export function containerWith<Made extends object>(wanted: Pieces<Made>): () => Promise<Container<Made>> {
  let made: Promise<Container<Made>> | undefined;
  const make = async () => makeContainer(readConfigOf(process.env, home, wanted));
  return () => {
    made ??= make().catch((fault) => {
      made = undefined;
      throw fault;
    });
    return made;
  };
}

/** The needs of a function's use cases, from its container. */
export type NeedsOf<Make extends () => Promise<object>> = Awaited<ReturnType<Make>>;

// Functions, so that a bundle keeps the adapters of the pieces that it calls and of no others.
export const platforms = () => pieces.platformsPiece(home);
export const realName = () => pieces.realNamePiece(home);
export const healthStatus = () => pieces.healthStatusPiece(home);
export const cardIssuer = () => pieces.cardIssuerPiece(home);
export const objects = () => pieces.objectsPiece(home);
export const mailer = () => pieces.mailerPiece(home);
export const fontFiles = pieces.fontsPiece;
