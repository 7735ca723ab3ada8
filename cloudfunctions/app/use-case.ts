import type { CallerFor } from '@tongcheng/shared/caller';
import type { DeclaredFailure, Endpoint, OutputOf, ParsedInputOf } from '@tongcheng/shared/endpoint';
import type { Result } from '@tongcheng/shared/result';

/**
 * An operation: a function of its needs (by name), of who calls, and of the parsed input. `NoInfer` makes a failure that
 * the endpoint does not declare a compile error; without it TypeScript widens and accepts it.
 *
 * @example
 * export const listCards: UseCase<typeof api.listCards, { readonly store: DocumentStore }> = async ({ store }, caller) =>
 *   ok({ cards: caller.personId === undefined ? [] : (await cardsOf(store, caller.personId)).map(cardView) });
 */
export type UseCase<E extends Endpoint, Needs> = (
  needs: Needs,
  caller: CallerFor<E['access']>,
  input: ParsedInputOf<E>,
) => Promise<Result<OutputOf<E>, NoInfer<DeclaredFailure<E>>>>;
