import type { Asked } from '../conditions';
import type { Encoded } from '../rows';
import type { Question } from '../selection';
import type { Shape } from '../shape';

/** What the thread of a store is asked. Shapes go by number: each is told once. */
export type Asking =
  | { readonly verb: 'shape'; readonly told: Shape }
  | { readonly verb: 'insert'; readonly shape: number; readonly documents: readonly Encoded[] }
  | { readonly verb: 'update'; readonly shape: number; readonly document: Encoded; readonly expected: number }
  | { readonly verb: 'delete' | 'get'; readonly shape: number; readonly id: string }
  | {
      readonly verb: 'select';
      readonly shape: number;
      readonly question: Question;
      readonly maxCharacters: number | undefined;
    }
  | { readonly verb: 'count'; readonly shape: number; readonly asked: readonly Asked[] }
  | { readonly verb: 'days'; readonly shape: number }
  | { readonly verb: 'dropDay'; readonly shape: number; readonly day: string }
  | { readonly verb: 'close' };

/** One of the calls of a message. */
export interface Call {
  readonly number: number;
  readonly asking: Asking;
}

/** A fault as it crosses: errors lose their class on the way. */
export interface CrossedFault {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
}

/** What became of a call. The answer is of the type that its verb gives; nothing checks it, both ends are ours. */
export type Told =
  | { readonly number: number; readonly answer: never }
  | { readonly number: number; readonly fault: CrossedFault };
