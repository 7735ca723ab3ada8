import type { GateSignal } from '@tongcheng/shared/gates/gate-prompts';
import type { Language, Text } from '@tongcheng/shared/text';

/** What the screen of a gate shows between two taps. */
export interface RestingScreen {
  /** Absent where the gate waits for cards as it should. */
  readonly signal?: GateSignal;
  readonly shown: Text;
  /** Said once when it begins, as in an alarm. */
  readonly said?: Text;
}

/** What the screen shows of one tap, for a moment. */
export interface OutcomeScreen extends RestingScreen {
  readonly signal: GateSignal;
  /** Counts up with the taps of a start. */
  readonly tap: number;
}

/** What the program tells its screen. */
export type ScreenMessage =
  | {
      readonly type: 'state';
      readonly resting: RestingScreen;
      /** Set, queue and network in a line, for staff. */
      readonly line: Text;
      /** Name of the gate. */
      readonly name: string;
      /** Languages that are said aloud, in their order. */
      readonly voices: readonly Language[];
    }
  | { readonly type: 'outcome'; readonly outcome: OutcomeScreen };
