import type { CollectionSpec } from '../collection-spec';
import type { ColumnCondition } from '../conditions';
import type { Encoded } from '../rows';
import type { TableQuery } from '../selection';

/** What the thread of a store is asked to do. Collections go by number: each is declared once. */
export type ThreadRequest =
  | { readonly verb: 'declare'; readonly declared: CollectionSpec }
  | { readonly verb: 'insert'; readonly spec: number; readonly documents: readonly Encoded[] }
  | { readonly verb: 'update'; readonly spec: number; readonly document: Encoded; readonly expected: number }
  | { readonly verb: 'delete' | 'get'; readonly spec: number; readonly id: string }
  | {
      readonly verb: 'select';
      readonly spec: number;
      readonly query: TableQuery;
      readonly maxCharacters: number | undefined;
    }
  | { readonly verb: 'count'; readonly spec: number; readonly conditions: readonly ColumnCondition[] }
  | { readonly verb: 'days'; readonly spec: number }
  | { readonly verb: 'dropDay'; readonly spec: number; readonly day: string }
  | { readonly verb: 'troubles' | 'close' };

/** One of the calls of a message. */
export interface Call {
  readonly number: number;
  readonly request: ThreadRequest;
}

/** An error as it is sent: it loses its class on the way. */
export interface SentError {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  /** Of a damaged part. */
  readonly part?: string;
}

/** What became of a call. The answer is of the type that its verb gives; nothing checks it, both ends are ours. */
export type ThreadReply =
  | { readonly number: number; readonly answer: never }
  | { readonly number: number; readonly fault: SentError };
