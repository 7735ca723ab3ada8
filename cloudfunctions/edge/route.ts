import type { Caller, CallerFor } from '@tongcheng/shared/caller';
import type { DeclaredFailure, Endpoint, OutputOf } from '@tongcheng/shared/endpoint';
import type { Result } from '@tongcheng/shared/result';
import { fail } from '@tongcheng/shared/result';
import * as z from 'zod';
import type { UseCase } from '../app/use-case';
import { isCallerFor } from './is-caller-for';

/** Where an input did not fit: the path of the first issue and its kind; never the value. */
const inputRefused = (issue: z.core.$ZodIssue | undefined) =>
  fail('invalid-input', { field: issue?.path.join('.') ?? '', problem: issue?.code ?? 'unknown' });

/** An endpoint with the use case that serves it. */
export interface Route<Needs> {
  readonly endpoint: Endpoint;
  /** Checks access, parses the input, runs, and parses the output: what is not declared never leaves. */
  readonly run: (needs: Needs, caller: Caller, body: unknown) => Promise<Result<unknown>>;
}

/**
 * Joins an endpoint and its use case. A use case that gives an undeclared failure does not compile.
 *
 * @example
 * ```ts
 * // functions/cards.ts
 * export const routes: readonly Route<Needs>[] = [route(api.listCards, listCards)];
 * ```
 */
export const route = <E extends Endpoint, Needs>(endpoint: E, useCase: UseCase<E, Needs>): Route<Needs> => ({
  endpoint,
  run: async (needs, caller, body) => {
    if (!isCallerFor<E['access']>(endpoint.access, caller)) return fail(refusalOf(caller));
    const input = z.safeParse<E['input']>(endpoint.input, body);
    if (!input.success) return inputRefused(input.error.issues[0]);
    return declaredOnly(endpoint, await run(useCase, needs, caller, input.data));
  },
});

const run = <E extends Endpoint, Needs>(
  useCase: UseCase<E, Needs>,
  needs: Needs,
  caller: CallerFor<E['access']>,
  input: z.output<E['input']>,
) => useCase(needs, caller, input);

const refusalOf = (caller: Caller) => (caller.kind === 'anyone' ? 'not-signed-in' : 'not-allowed');

/** An answer with undeclared fields or of another shape is a bug: it throws, and the caller learns nothing of it. */
function declaredOnly<E extends Endpoint>(
  endpoint: E,
  result: Result<OutputOf<E>, DeclaredFailure<E>>,
): Result<unknown> {
  if (!result.ok) return result;
  return { ok: true, value: z.parse<E['output']>(endpoint.output, result.value) };
}
