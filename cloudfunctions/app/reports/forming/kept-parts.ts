import { json } from 'node:stream/consumers';
import * as z from 'zod';
import type { Json } from '../../../ports/document-store';
import type { ObjectStore } from '../../../ports/object-store';

/** What is kept with each part: where the walk is, and of each table its sheets so far and the parts that hold something of it. */
const PartState = z.object({
  done: z.boolean(),
  walk: z.json(),
  tables: z.record(
    z.string(),
    z.object({
      sheets: z.array(z.object({ last: z.number(), crc: z.number(), bytes: z.number(), packed: z.number() })),
      parts: z.array(z.number()),
    }),
  ),
});

/** The state after a part; nothing of it names anybody but by the day's pseudonym. */
export interface PartState {
  readonly done: boolean;
  readonly walk: Json;
  readonly tables: Readonly<Record<string, KeptTable>>;
}

/** A table as far as it was written. */
export interface KeptTable {
  readonly sheets: readonly {
    readonly last: number;
    readonly crc: number;
    readonly bytes: number;
    readonly packed: number;
  }[];
  readonly parts: readonly number[];
}

const stateName = 'state';
const partKey = (attempt: string, part: number, name: string) => `${attempt}.p${part}.${name}`;

/** Keys of everything that the parts of an attempt may have left. */
export const partKeys = (attempt: string, parts: number, tables: readonly string[]): readonly string[] =>
  Array.from({ length: parts }, (_, index) =>
    [...tables, stateName].map((name) => partKey(attempt, index + 1, name)),
  ).flat();

/** The parts of an attempt in the object store. A part counts when its state is there, which is written last. */
export function keptParts(objects: ObjectStore, attempt: string) {
  const stateOf = async (part: number): Promise<PartState | undefined> => {
    const key = partKey(attempt, part, stateName);
    return (await objects.head(key)) && PartState.parse(await json(await objects.get(key)));
  };
  return {
    /** The last whole part of those begun, and its state. */
    last: async (begun: number): Promise<{ readonly part: number; readonly state?: PartState }> => {
      for (let part = begun; part > 0; part -= 1) {
        const state = await stateOf(part);
        if (state) return { part, state };
      }
      return { part: 0 };
    },
    write: async (part: number, contents: readonly (readonly [string, Buffer])[], state: PartState) => {
      for (const [name, content] of contents)
        await objects.put(partKey(attempt, part, name), content, 'application/octet-stream');
      await objects.put(partKey(attempt, part, stateName), Buffer.from(JSON.stringify(state)), 'application/json');
    },
    /** What the parts hold of a table, one after the other. */
    read: async function* (name: string, parts: readonly number[]): AsyncGenerator<Uint8Array> {
      for (const part of parts) yield* await objects.get(partKey(attempt, part, name));
    },
  };
}
