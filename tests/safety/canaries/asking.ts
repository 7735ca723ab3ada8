import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { CanaryHost } from './running-host';

const Answer = z.object({
  ok: z.boolean(),
  value: z.unknown().optional(),
  failure: z.looseObject({ code: z.string() }).optional(),
});
/** What came back. */
export type Told = z.output<typeof Answer>;

/** Who asks: what they are called in the names of files, from where, with which session. */
export interface Asker {
  readonly name: string;
  readonly address: string;
  readonly token?: string;
}

/** Asks over HTTP; each answer is kept in a file of who asked and what, to be searched as the host's own files are. */
export function asking(host: Pick<CanaryHost, 'url'>, replies: string) {
  const made = new Set<string>();
  return async ({ name, address, token }: Asker, endpoint: string, body: unknown): Promise<Told> => {
    const headers = {
      ...{ 'content-type': 'application/json', 'x-forwarded-for': address },
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    };
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const reply = await fetch(`${host.url}/api/${endpoint}`, { method: 'POST', headers, body: text });
    const answer = await reply.text();
    const folder = join(replies, name);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    appendFileSync(join(folder, `${encodeURIComponent(endpoint).slice(0, 80)}.json`), `${answer}\n`);
    return Answer.parse(JSON.parse(answer));
  };
}
/** Asks as somebody. */
export type Ask = ReturnType<typeof asking>;

/** What was asked for and must have been given. */
export function given(told: Told, what: string): unknown {
  if (!told.ok) throw new Error(`${what}: ${JSON.stringify(told.failure)}`);
  return told.value;
}

/** The first text of a field, wherever it lies in an answer. */
export function fieldIn(value: unknown, field: string): string {
  const found = new RegExp(`"${field}":"([^"]+)"`).exec(JSON.stringify(value))?.[1];
  if (found === undefined) throw new Error(`no ${field} in ${JSON.stringify(value).slice(0, 300)}`);
  return found;
}
