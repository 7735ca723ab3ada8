/** What a caller may be told about an expected refusal, besides its code. Never a personal value. */
export type FailureDetails = Readonly<Record<string, string | number | boolean>>;

/** An expected refusal of a request. The catalogue in `failures.ts` gives the code its status and texts. */
export interface Failure<F extends string = string> {
  readonly code: F;
  readonly details?: FailureDetails;
}

/** The answer of an operation that may be refused, as plain data: it survives JSON, a queue and a phone. */
export type Result<T, F extends string = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure<F> };

/** A success. */
export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

/** A refusal with a code of the catalogue; `details` may name a field or a number, never a person's value. */
export const fail = <const F extends string>(
  code: F,
  details?: FailureDetails,
): { readonly ok: false; readonly failure: Failure<F> } => ({
  ok: false,
  failure: details ? { code, details } : { code },
});
