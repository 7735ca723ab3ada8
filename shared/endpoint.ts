import type * as z from 'zod';
import type { Access } from './access';
import type { EdgeFailureCode } from './edge-failures';
import type { FailureCode } from './failures';
import type { Text } from './text';

/**
 * One operation of the product, declared once: the server route, the typed client and OpenAPI come from it.
 * Each is `POST /api/<name>` with a JSON body; input and output are both parsed by the server.
 */
export interface Endpoint<
  N extends string = string,
  A extends Access = Access,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  F extends FailureCode = FailureCode,
> {
  /** `<capability>.<verb-noun>`, e.g. `rides.record-scan`: the export and the use case's file are called so too. */
  readonly name: N;
  /** Names that it had: phones that were built then still call it so, and are answered. Not in OpenAPI, never given to another. */
  readonly formerly?: readonly string[];
  readonly summary: Text;
  /** Who may call. Required: an endpoint without an access row does not build. */
  readonly access: A;
  readonly input: I;
  readonly output: O;
  /** The refusals of this operation, besides those of the edge. */
  readonly failures: readonly F[];
  /** Bodies are at most 64 KB unless said otherwise here. */
  readonly largestBodyBytes?: number;
}

/**
 * Declares an endpoint, keeping its name, access and failure codes as literal types.
 *
 * @example
 * export const unbindCard = endpoint({
 *   name: 'cards.unbind-card',
 *   summary: { zh: '解除绑定', en: 'Unbind a card' },
 *   access: rider,
 *   input: z.strictObject({ cardId: Id }),
 *   output: z.strictObject({}),
 *   failures: ['card-unknown'],
 * });
 */
export const endpoint = <
  const N extends string,
  const A extends Access,
  I extends z.ZodType,
  O extends z.ZodType,
  const F extends FailureCode = never,
>(
  declared: Endpoint<N, A, I, O, F>,
): Endpoint<N, A, I, O, F> => declared;

/** Every name that an endpoint is called by: its own and those it had. */
export const namesOf = ({ name, formerly = [] }: Pick<Endpoint, 'name' | 'formerly'>): readonly string[] => [
  name,
  ...formerly,
];

/** What a caller sends, before parsing. */
export type InputOf<E extends Endpoint> = z.input<E['input']>;
/** What a use case receives, after parsing. */
export type ParsedInputOf<E extends Endpoint> = z.output<E['input']>;
/** What a use case answers and a caller receives. */
export type OutputOf<E extends Endpoint> = z.output<E['output']>;
/** The codes an endpoint declares. */
export type DeclaredFailure<E extends Endpoint> = E['failures'][number];
/** Every code a caller of the endpoint may meet. */
export type FailureOf<E extends Endpoint> = DeclaredFailure<E> | EdgeFailureCode;
