import type { ArrivedFailure, Client } from '@tongcheng/shared/client';

/** An answer as screens use it, whatever its endpoint. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T; readonly serverAt?: number }
  | { readonly ok: false; readonly failure: ArrivedFailure<string>; readonly serverAt?: number };

/** A question to the server: `(client) => client.call(…)`. */
export type Question<T> = (client: Client) => Promise<Reply<T>>;

/** What a screen knows of what it asked for. A failure keeps the last answer, so that old figures stay, marked by their time. */
export interface Asked<T> {
  readonly waiting: boolean;
  readonly value?: T;
  readonly failure?: ArrivedFailure<string>;
}

/** Nothing known yet. */
export const notYetAsked: Asked<never> = { waiting: true };

/** What is known after a reply. */
export const afterReply = <T>(before: Asked<T>, reply: Reply<T>): Asked<T> => {
  if (reply.ok) return { waiting: false, value: reply.value };
  const kept = before.value === undefined ? {} : { value: before.value };
  return { waiting: false, failure: reply.failure, ...kept };
};
