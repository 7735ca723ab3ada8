import { gateDecision } from '@tongcheng/shared/gates/gate-decision';
import { type GatePrompt, gatePrompts, gateSignals } from '@tongcheng/shared/gates/gate-prompts';
import type { ClockWatch } from './clock-watch';
import { type GateMemory, placeNow, standingDoubt, usableSet } from './gate-memory';
import type { ScreenMessage } from './screen/screen-message';
import { restingScreen, stateLine } from './screen/texts';
import type { SyncState } from './sync/sync';
import type { TapOutcome } from './taps/tap';
import type { TapQueue } from './taps/tap-queue';

/** What the screens of a gate tell of it. */
export interface ScreenNeeds {
  readonly name: string;
  readonly memory: GateMemory;
  readonly clock: ClockWatch;
  readonly queue: Pick<TapQueue, 'waiting'>;
  readonly sync: SyncState;
}

/** The screens that listen; a gate without one decides all the same. */
export interface Screens {
  /** Sends it what is, and from then on what happens; gives what ends that. */
  add(send: (message: object) => void): () => void;
  /** A tap was decided; gives what is shown of it. */
  outcome(outcome: TapOutcome): GatePrompt;
  /** Tells all screens how the gate stands. */
  tell(): void;
}

/** No screen yet. */
export function newScreens(needs: ScreenNeeds): Screens {
  const all = new Set<(message: object) => void>();
  let [tap, isFull] = [0, false];
  const send = (message: ScreenMessage) => {
    for (const each of all) each(message);
  };
  return {
    add(one) {
      all.add(one);
      one(stateOf(needs, isFull));
      return () => all.delete(one);
    },
    outcome({ decision, ground }) {
      tap += 1;
      isFull = ground === 'not-recordable' || (isFull && ground !== 'met');
      const prompt = gatePrompts[ground];
      send({ type: 'outcome', outcome: { tap, signal: gateSignals[decision], ...prompt } });
      return prompt;
    },
    tell: () => send(stateOf(needs, isFull)),
  };
}

function stateOf({ name, memory, clock, queue, sync }: ScreenNeeds, isFull: boolean): ScreenMessage {
  const now = clock.now();
  const header = memory.held?.header;
  const line = stateLine({
    ...(header && { set: { version: header.version, ageMs: Math.max(0, now - header.madeAt) } }),
    ...(sync.fault !== undefined && { fault: sync.fault }),
    ...{ waiting: queue.waiting(), isRevoked: memory.isRevoked, isFull },
  });
  const voices = memory.keys?.place.voices ?? ['zh', 'en'];
  return { type: 'state', resting: restingOf(memory, clock), line, name, voices };
}

/** What a card that nobody linked would meet now: whether the gate can check at all follows from it. */
function restingOf(memory: GateMemory, clock: ClockWatch) {
  const now = clock.now();
  const doubt = standingDoubt(memory, clock);
  const asked = { kind: '', status: undefined, now, alarm: memory.alarm, ...(doubt && { doubt }) };
  const { decision, ground } = gateDecision(placeNow(memory, now), usableSet(memory), asked);
  return restingScreen(decision, ground);
}
