import { type EdgeNeeds, makeAnswer } from '@tongcheng/cloudfunctions/edge/answer';
import type { Route } from '@tongcheng/cloudfunctions/edge/route';
import * as z from 'zod';

const Failure = z.object({
  code: z.string(),
  retry: z.string(),
  zh: z.string().min(8),
  en: z.string().min(20),
  details: z.record(z.string(), z.unknown()).optional(),
});
const Answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.record(z.string(), z.unknown()), serverAt: z.number() }),
  z.object({ ok: z.literal(false), failure: Failure, serverAt: z.number() }),
]);

/** Who knocks: with a token or without, from an address. */
export interface Knock {
  readonly bearer?: string;
  readonly address?: string;
}

/**
 * The real edge over some routes, called by name with JSON bodies as from the network. Every refusal is checked to have its
 * texts in both languages; faults are kept for the test to look at.
 */
export function endpointCaller<Needs extends Omit<EdgeNeeds, 'log' | 'mayAsk' | 'partnerOf'>>(
  needs: Needs,
  routes: readonly Route<Needs & EdgeNeeds>[],
) {
  const faults: string[] = [];
  const answer = makeAnswer(routes);
  const edge: EdgeNeeds = {
    partnerOf: async () => undefined,
    ...needs,
    mayAsk: () => true,
    log: { event: (level, _what, fields) => void (level === 'fault' && faults.push(fields?.fault ?? '')) },
  };
  /** The reply as it goes out, with status and headers. */
  const replyTo = (name: string, input: unknown, { bearer, address = '203.0.113.7' }: Knock = {}) => {
    const body = JSON.stringify(input);
    const asked = { name, body, bodyBytes: Buffer.byteLength(body), address };
    return answer({ ...needs, ...edge }, bearer === undefined ? asked : { ...asked, bearer });
  };
  const call = async (name: string, input: unknown, knock?: Knock) =>
    Answer.parse(JSON.parse((await replyTo(name, input, knock)).body));
  /** The code of the refusal, or `ok`. */
  const codeOf = async (name: string, input: unknown, knock?: Knock): Promise<string> => {
    const answered = await call(name, input, knock);
    return answered.ok ? 'ok' : answered.failure.code;
  };
  /** What was answered; throws when it was refused. */
  const value = async (name: string, input: unknown, knock?: Knock) => {
    const answered = await call(name, input, knock);
    if (!answered.ok) throw new Error(`${name} was refused: ${answered.failure.code}`);
    return answered.value;
  };
  return { call, codeOf, value, replyTo, faults };
}

/** A text field of an answer. */
export const textOf = (value: Readonly<Record<string, unknown>>, field: string): string =>
  z.string().parse(value[field]);
