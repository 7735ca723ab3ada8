import type { DeliveredTap, TapAnswer } from '@tongcheng/shared/gates/tap-batch';
import { idTime } from '@tongcheng/shared/ids';
import { fail } from '@tongcheng/shared/result';
import { type ReasonCode, reasonCodes } from '@tongcheng/shared/rides/meanings';
import { serviceDay } from '@tongcheng/shared/rides/service-hours';
import { addDays, dayOf, type Instant, minuteMs } from '@tongcheng/shared/time';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { KeyService } from '../../ports/key-service';
import type { Vault } from '../../vault/vault';
import type { CardToken } from '../cards/card-token-record';
import { tokenIdOf } from '../cards/card-tokens';
import { personOfHolder } from '../cards/stated/person-of-holder';
import { registerScans } from '../rides/scanning/register-scans';
import { tapContext } from '../rides/scanning/tap-context';
import type { VenueRecord } from '../venues/records';
import { inSlices, linkedAmong } from './card-statuses';
import type { RegisteredGate } from './gate-of';
import { openTap } from './open-tap';
import { tapKey } from './server-keys';
import { statusTurns } from './status-turn-record';

/** What registering taps takes. */
export interface RegisterTapNeeds {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly keys: Pick<KeyService, 'derive'>;
  readonly vault: Vault;
}

/** A tap with whose card it was; the answer at once where that is nobody's. */
interface FoundTap {
  readonly tap: DeliveredTap;
  readonly holder: CardToken | undefined;
  readonly answer?: TapAnswer;
}

/** A gate's clock may be ahead by so much. */
const clockToleranceMs = 5 * minuteMs;

/**
 * Registers taps as scans of the cards' holders at a venue (W-20), each under the id that the gate gave it, so that again is no harm. The
 * decision is the gate's and is never made again; where the holder is known to have turned red since, the scan says so to whoever traces.
 */
export async function registerTaps(
  needs: RegisterTapNeeds,
  { device, settings }: RegisteredGate,
  venue: VenueRecord,
  taps: readonly DeliveredTap[],
): Promise<readonly TapAnswer[]> {
  const now = needs.clock.now();
  const found = await holdersOf(needs, device.city, device._id, taps);
  const turned = await turnedSince(needs.store, found, now);
  const contexts = await Promise.all(
    found.map(async ({ tap, holder }) => {
      const at = idTime(tap.tapId);
      if (!holder || at > now + clockToleranceMs) return fail('code-unknown');
      const until = addDays(serviceDay(settings, at), settings.retentionDays + 1);
      const personId = await personOfHolder(needs, holder, until);
      if (personId === undefined) return fail('code-unknown');
      const { tapId, direction, decision } = tap;
      const isTurned = decision === 'admit' && turned.has(holder.subject);
      const decided = { direction, decision, reasons: reasonsIn(tap), turned: isTurned };
      const of = { tapId, deviceId: device._id, personId, venue, settings, decision: decided };
      return tapContext(needs.vault, of, now);
    }),
  );
  const registered = await registerScans(needs.store, contexts, now);
  return found.map(({ holder, answer }, index) => answer ?? answerOf(holder, registered[index]));
}

const isReason = (ground: string): ground is ReasonCode => reasonCodes.some((each) => each === ground);

const reasonsIn = ({ ground }: DeliveredTap): readonly ReasonCode[] => (isReason(ground) ? [ground] : []);

function answerOf(
  holder: CardToken | undefined,
  registered: Awaited<ReturnType<typeof registerScans>>[number] | undefined,
): TapAnswer {
  if (!holder || !registered) return 'unknown-card';
  if (registered.ok) return registered.value.record.meaning === 'repeat' ? 'repeat' : 'recorded';
  return registered.failure.code === 'scan-too-old' ? 'too-old' : 'unreadable';
}

/** Whose cards were tapped: by the blind index of the token that is sealed in each tap. */
async function holdersOf(
  needs: RegisterTapNeeds,
  city: string,
  deviceId: string,
  taps: readonly DeliveredTap[],
): Promise<readonly FoundTap[]> {
  const key = await tapKey(needs.keys, city);
  const opened = await Promise.all(
    taps.map(async (tap) => {
      const token = openTap(key, deviceId, tap.tapId, tap.sealedToken);
      return { tap, tokenId: token && (await tokenIdOf(needs, city, token)) };
    }),
  );
  const marks = opened.flatMap(({ tokenId }) => (tokenId === undefined ? [] : [{ tokenId }]));
  const linked = await linkedAmong(needs, marks);
  return opened.map(({ tap, tokenId }) =>
    tokenId === undefined
      ? { tap, holder: undefined, answer: 'unreadable' as const }
      : { tap, holder: linked.get(tokenId) },
  );
}

/** No tap is delivered later than a city takes scans, which is at most so many days. */
const mostDays = 15;

/** Holders who turned red on the day of the first of these taps or later, by their marks. */
async function turnedSince(
  store: DocumentStore,
  found: readonly FoundTap[],
  now: Instant,
): Promise<ReadonlySet<string>> {
  const first = Math.min(now, ...found.map(({ tap }) => idTime(tap.tapId)));
  const days = Array.from({ length: mostDays }, (_, back) => addDays(dayOf(now), -back)).filter(
    (day) => day >= dayOf(first),
  );
  const subjects = [...new Set(found.flatMap(({ holder }) => (holder ? [holder.subject] : [])))];
  const turned = new Set<string>();
  for (const day of days)
    for (const some of inSlices(subjects, 100)) {
      const where = { day, _id: { in: some.map((subject) => `${day}.${subject}`) } };
      for (const { _id } of (await store.find(statusTurns, { where, limit: 100 })).items)
        turned.add(_id.slice(day.length + 1));
    }
  return turned;
}
