import { createHmac, randomBytes } from 'node:crypto';
import { cardHash, cardTokenText } from '@tongcheng/shared/gates/card-hash';
import { type GateDecision, type GateTap, gateDecision } from '@tongcheng/shared/gates/gate-decision';
import { tapSealText } from '@tongcheng/shared/gates/taps-text';
import { newId } from '@tongcheng/shared/ids';
import type { Instant } from '@tongcheng/shared/time';
import { plainCode } from '@tongcheng/shared/typed-text';
import type { ClockWatch } from '../clock-watch';
import { epochKeyOf, type GateMemory, placeNow, standingDoubt, usableSet } from '../gate-memory';
import { sealToken } from './seal-token';
import type { TapLimit } from './tap-limit';
import type { TapQueue } from './tap-queue';

/** What a reader hands over. */
export interface CardRead {
  readonly kind: string;
  readonly number: string;
}

/** What the gate did about a tap. */
export interface TapOutcome extends GateDecision {
  readonly at: Instant;
}

/** What a tap needs. */
export interface CardTapNeeds {
  readonly deviceId: string;
  readonly memory: GateMemory;
  readonly clock: ClockWatch;
  readonly limit: TapLimit;
  readonly queue: Pick<TapQueue, 'record' | 'count'>;
}

/** A card that was found in the set. */
interface FoundCard {
  readonly token: Buffer;
  readonly status: number;
}

/**
 * One tap, from the reader to the decision. What lets a rider in is kept first and told then, so that whatever happens between leaves a
 * tap that nobody passed by and never a passage without one; where it cannot be kept, staff decide. Alarms and exits wait for no disk.
 */
export function tap(needs: CardTapNeeds, card: CardRead): TapOutcome {
  const { memory, clock, limit } = needs;
  const at = clock.now();
  const place = placeNow(memory, at);
  const doubt = limit.take() ? standingDoubt(memory, clock) : 'tapped-too-fast';
  const found = doubt === 'tapped-too-fast' ? undefined : cardIn(memory, card);
  const asked: GateTap = {
    kind: card.kind,
    status: found?.status,
    now: at,
    alarm: memory.alarm,
    ...(doubt && { doubt }),
  };
  const decided = gateDecision(place, usableSet(memory), asked);
  return { ...(isKept(needs, { card, found, at, decided }) ? decided : withoutRecord(decided)), at };
}

function cardIn(memory: GateMemory, { kind, number }: CardRead): FoundCard | undefined {
  const { keys, held } = memory;
  const epochKey = held && epochKeyOf(memory, held.header.epoch);
  if (!keys || !held || !epochKey) return undefined;
  const token = hmac(Buffer.from(keys.readerKey, 'base64url'), cardTokenText(kind, plainCode(number)));
  const status = held.cards.find(cardHash(hmac(epochKey, token)));
  return status === undefined ? undefined : { token, status };
}

const hmac = (key: Uint8Array, message: string | Uint8Array): Buffer =>
  createHmac('sha256', key).update(message).digest();

interface DecidedTap {
  readonly card: CardRead;
  readonly found: FoundCard | undefined;
  readonly at: Instant;
  readonly decided: GateDecision;
}

/** Keeps a tap; false where nothing would keep it. */
function isKept({ memory, queue, deviceId }: CardTapNeeds, { card, found, at, decided }: DecidedTap): boolean {
  const { keys, held } = memory;
  if (!keys) return false;
  const { venueId, direction } = keys.place;
  try {
    if (!found || !held) queue.count(venueId, { at, direction, decision: decided.decision });
    else {
      const tapId = newId(at, randomBytes);
      const sealedToken = sealToken(found.token, keys.tapKey.publicKey, tapSealText(deviceId, tapId));
      queue.record(venueId, {
        tapId,
        kind: card.kind,
        sealedToken,
        ...decided,
        setVersion: held.header.version,
        direction,
      });
    }
    return true;
  } catch {
    return false;
  }
}

/** Only who is let in by the set waits for the disk. */
const withoutRecord = (decided: GateDecision): GateDecision =>
  decided.ground === 'met' ? { decision: 'refer', ground: 'not-recordable' } : decided;
