import type { Names } from './choice';
import { namesRead, readConfigOf } from './config';
import { type Container, makeContainer } from './container';
import * as home from './homes/here';
import type { Pieces } from './piece';
import * as pieces from './pieces';

/** Makes a function's container at its first call, and tells which names that reads. */
export interface ContainerOf<Made> {
  (): Promise<Container<Made>>;
  readonly names: Names;
}

/**
 * The container of this instance of a deployed function, made at its first call: what all functions have, and the pieces
 * that this one names. A start that failed (the store was away) is tried again by the next call.
 */
export function containerWith<Made extends object>(wanted: Pieces<Made>): ContainerOf<Made> {
  const ground = { store: home.store, keys: home.keys };
  let made: Promise<Container<Made>> | undefined;
  const make = async () => makeContainer(readConfigOf(process.env, ground, wanted));
  const container = () => {
    made ??= make().catch((fault) => {
      made = undefined;
      throw fault;
    });
    return made;
  };
  return Object.assign(container, { names: namesRead(ground, wanted) });
}

/** The needs of a function's use cases, from its container. */
export type NeedsOf<Make extends () => Promise<object>> = Awaited<ReturnType<Make>>;

/** Pieces of this home. Functions that take one list each, never the whole home: so a bundle keeps the adapters of the pieces that it calls. */
export const platforms = () =>
  pieces.platformsPiece({
    signInWeb: home.signInWeb,
    signInWechat: home.signInWechat,
    signInAlipay: home.signInAlipay,
  });
export const realName = () => pieces.realNamePiece({ realName: home.realName });
export const healthStatus = () => pieces.healthStatusPiece({ healthStatus: home.healthStatus });
export const cardIssuer = () => pieces.cardIssuerPiece({ cardIssuer: home.cardIssuer });
export const objects = () => pieces.objectsPiece({ objects: home.objects });
export const mailer = () => pieces.mailerPiece({ mailer: home.mailer });
export const notifier = () => pieces.notifierPiece({ notifier: home.notifier });
export const fontFiles = () => pieces.fontsPiece();
