import type { Text } from '@tongcheng/shared/text';
import { type MachineClocks, watchClock } from './clock-watch';
import { newGateMemory } from './gate-memory';
import type { GateKeys, GateServer } from './gate-server';
import { newScreens, type Screens } from './screens';
import { type KeptState, keepState } from './store/kept-state';
import { deviceKeyIn } from './store/key-pair';
import { setShelfIn } from './store/set-shelf';
import { deviceSessions } from './sync/device-session';
import { newGroundCounts } from './sync/ground-counts';
import { type SyncState, syncRounds } from './sync/sync';
import { type CardRead, type TapOutcome, tap } from './taps/tap';
import { tapLimit } from './taps/tap-limit';
import { openTapQueue } from './taps/tap-queue';

/** A gate that decides: what readers, alarm lines, screens and its loop ask of it. */
export interface RunningGate {
  onCard(card: CardRead): TapOutcome & { readonly shown: Text };
  /** A line of a reader that types like a keyboard: a number of the usual kind of card, or `kind:number`. */
  onLine(line: string): void;
  onAlarm(on: boolean): void;
  readonly screens: Screens;
  /** One round with the server; whether all of it went well. */
  round(): Promise<boolean>;
  readonly sync: Readonly<SyncState>;
  close(): void;
}

/** What a gate is opened with. */
export interface GateOptions {
  readonly folder: string;
  readonly kept: KeptState;
  readonly server: GateServer;
  readonly clocks: MachineClocks;
  readonly softwareVersion: string;
  /** Kind of a card whose reader tells its number only. */
  readonly usualKind: string;
  readonly tapsPerMinute: number;
}

/** Opens the gate of a folder; it decides from the first tap on, and lets in by its set after the first round. */
export function openGate({
  folder,
  kept,
  server,
  clocks,
  softwareVersion,
  usualKind,
  tapsPerMinute,
}: GateOptions): RunningGate {
  const { deviceId, name, alarm, direction } = kept;
  const memory = newGateMemory({ alarm, direction });
  const clock = watchClock(clocks);
  const [key, queue, grounds] = [deviceKeyIn(folder), openTapQueue(folder), newGroundCounts()];
  const remember = () =>
    keepState(folder, { ...kept, alarm: memory.alarm, ...(memory.direction && { direction: memory.direction }) });
  const onKeys = ({ place }: GateKeys, before = kept.direction) => {
    if (place.direction !== before) remember();
  };
  const session = deviceSessions({ server, deviceId, key, memory, clock, softwareVersion });
  const shelf = setShelfIn(folder);
  const needs = { server, session, deviceId, key, queue, shelf, memory, clock, grounds, softwareVersion };
  const { state, round } = syncRounds({ ...needs, onKeys });
  const screens = newScreens({ name, memory, clock, queue, sync: state });
  const tapNeeds = { deviceId, memory, clock, queue, limit: tapLimit(clock.steady, tapsPerMinute) };
  const onCard = (card: CardRead) => {
    const outcome = tap(tapNeeds, card);
    if (outcome.decision !== 'admit') grounds.add(outcome.ground);
    return { ...outcome, shown: screens.outcome(outcome).shown };
  };
  return {
    onCard,
    onLine(line) {
      const [kind, number] = /^([a-z0-9-]{1,40}):(.+)$/.exec(line)?.slice(1) ?? [usualKind, line];
      if (kind !== undefined && number !== undefined) onCard({ kind, number });
    },
    onAlarm(on) {
      memory.alarm = on;
      screens.tell();
      remember();
    },
    screens,
    async round() {
      try {
        return await round();
      } finally {
        screens.tell();
      }
    },
    sync: state,
    close: queue.close,
  };
}
