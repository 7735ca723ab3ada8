import type { GateGround } from '@tongcheng/shared/gates/gate-decision';
import { type Instant, minuteMs } from '@tongcheng/shared/time';
import { type GateMemory, takeKeys } from '../gate-memory';
import type { Answered, GateKeys, GateReport, GateServer } from '../gate-server';
import type { TapQueue } from '../taps/tap-queue';
import { deliverKeptTaps, type TapDeliveryNeeds } from './deliver-taps';
import { fetchSet, type SetNeeds, type SetOutcome } from './fetch-set';
import type { GroundCounts } from './ground-counts';

/** What a gate needs to keep up with the server. */
export interface SyncNeeds extends SetNeeds, Omit<TapDeliveryNeeds, 'server'> {
  readonly server: GateServer;
  readonly queue: TapQueue;
  readonly grounds: GroundCounts;
  readonly softwareVersion: string;
  /** Called with what the server told of the place. */
  readonly onKeys: (keys: GateKeys) => void;
}

/** How the last round with the server went, for the gate's own screen. */
export interface SyncState {
  /** When the server last answered. */
  heardAt: Instant | undefined;
  /** Code of what went wrong in the last round; undefined when nothing did. */
  fault: string | undefined;
  /** Why the set could not be brought up to date; undefined when it is the newest. */
  set: Exclude<SetOutcome, 'newest'> | undefined;
}

/** Keys are asked for anew so often, and with them the rule of the place. */
const keysForMs = 10 * minuteMs;

/** Rounds with the server, each whole: keys, set, taps, report. What one step cannot do does not keep the others from it. */
export function syncRounds(needs: SyncNeeds): { readonly state: SyncState; readonly round: () => Promise<boolean> } {
  const state: SyncState = { heardAt: undefined, fault: undefined, set: undefined };
  let keysAt = Number.NEGATIVE_INFINITY;
  const heard = <T>(answer: Answered<T>): answer is Extract<Answered<T>, { readonly ok: true }> => {
    if (answer.ok) state.heardAt = needs.clock.now();
    else state.fault ??= answer.code;
    return answer.ok;
  };
  const keysNow = async (): Promise<GateKeys | undefined> => {
    const { memory, clock } = needs;
    if (memory.keys && clock.steady() - keysAt < keysForMs && clock.now() < memory.keys.epochEndsAt) return memory.keys;
    const answer = await askKeys(needs);
    if (!heard(answer)) return memory.keys;
    keysAt = clock.steady();
    return answer.value;
  };
  const round = async (): Promise<boolean> => {
    state.fault = undefined;
    const keys = await keysNow();
    if (!keys) return false;
    const set = await needs.session.call((token) => fetchSet(needs, keys, token));
    if (heard(set)) state.set = set.value === 'newest' ? undefined : set.value;
    heard(await deliverKeptTaps(needs));
    heard(await report(needs));
    return state.fault === undefined && state.set === undefined;
  };
  return { state, round };
}

async function askKeys({ server, session, memory, clock, onKeys }: SyncNeeds): Promise<Answered<GateKeys>> {
  let sentAt = clock.steady();
  const answer = await session.call((token) => {
    sentAt = clock.steady();
    return server.keys(token);
  });
  if (!answer.ok) return answer;
  clock.heard(answer.value.now, sentAt);
  takeKeys(memory, answer.value);
  onKeys(answer.value);
  return answer;
}

async function report(needs: SyncNeeds): Promise<Answered<{ readonly now: Instant }>> {
  const { server, session, clock, grounds } = needs;
  const told = grounds.taken();
  let sentAt = clock.steady();
  const answer = await session.call((token) => {
    sentAt = clock.steady();
    return server.report(token, reportOf(needs, told));
  });
  if (answer.ok) clock.heard(answer.value.now, sentAt);
  else grounds.back(told);
  return answer;
}

function reportOf(
  { memory, clock, queue, softwareVersion }: SyncNeeds,
  grounds: ReadonlyMap<GateGround, number>,
): GateReport {
  const header = setHeaderOf(memory);
  return {
    softwareVersion,
    clockOffsetMs: clock.offsetMs(),
    queued: queue.waiting(),
    ...(header && { setVersion: header.version, setMadeAt: header.madeAt }),
    refusals: [...grounds].map(([ground, count]) => ({ ground, count })),
  };
}

const setHeaderOf = ({ held }: GateMemory) => held?.header;
