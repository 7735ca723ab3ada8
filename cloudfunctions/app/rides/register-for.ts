import type { RiderCaller, StaffCaller } from '@tongcheng/shared/caller';
import { fail, ok } from '@tongcheng/shared/result';
import type * as api from '@tongcheng/shared/rides/api';
import type { EntryInput, Whom } from '@tongcheng/shared/rides/entry';
import { serviceDay } from '@tongcheng/shared/rides/service-day';
import type { ScanInput } from '@tongcheng/shared/rides/wire';
import { addDays, type Instant } from '@tongcheng/shared/time';
import type { HealthStatus } from '../../ports/health-status';
import { holderOf } from '../cards/holder-of';
import { entryAttempt } from '../identity/attempts/entry-attempts';
import { type Entered, type EnteringNeeds, enterPerson } from '../identity/verification/enter-person';
import type { UseCase } from '../use-case';
import type { CityOf } from '../venues/city-of';
import type { VenueOf } from '../venues/venue-of';
import { clockIsWrong } from './clock-fault';
import { enteredEligibility } from './entered-standing';
import { feedScan } from './feed-scan';
import { type OwnVenue, ownVenue } from './own-venue';
import { placeAt } from './place-scan';
import { registerScans } from './register-scans';

/** What an entry by staff needs. */
export interface EntryNeeds extends EnteringNeeds {
  readonly healthStatus: HealthStatus;
  readonly cityOf: CityOf;
  readonly venueOf: VenueOf;
}

/**
 * Registers somebody without a phone at the venue of staff (W-20, W-21): by document or bound card, with the verdict, meaning and ride
 * that their own scan would have had, and with who made the entry. The same entry again has one effect and the same answer.
 */
export const registerFor: UseCase<typeof api.registerFor, EntryNeeds> = async (needs, staff, input) => {
  const now = needs.clock.now();
  const own = await ownVenue(needs, staff, input.venueId);
  if (!own.ok) return own;
  const scan = scanOf(input);
  if (clockIsWrong(scan, now)) return fail('clock-wrong');
  const who = await whoIs(needs, staff, own.value, input.whom, now);
  if (!who.ok) return who;
  const { personId, maskedName, unchecked } = who.value;
  const eligibility = await enteredEligibility(needs, personId, input.shown, now);
  const caller = { ...riderBy(staff), personId, maskedName, eligibility };
  const entered = { staffId: staff.staffId, unchecked };
  const placed = await placeAt(needs.vault, {
    ...own.value,
    input: scan,
    signed: true,
    code: 'valid',
    caller,
  });
  if (!placed.ok) return placed;
  const [registered] = await registerScans(needs, [ok({ ...placed.value, entered })], now);
  if (!registered) throw new Error('one entry was registered and none came back');
  if (!registered.ok) return fail('scan-conflict');
  return ok({ item: feedScan(registered.value.record, placed.value.dayVault, undefined) });
};

/** The entry as a scan; in place of a posted code stands what else makes it this entry and no other. */
function scanOf({ scanId, venueId, enteredAt, sentAt, party, shown }: EntryInput): ScanInput {
  const code = ['entry', venueId, shown?.proof ?? '', shown?.colour ?? ''].join('.');
  return { scanId, code, scannedAt: enteredAt, sentAt, ...(party !== undefined && { party }) };
}

/** A day after the ride can no longer be traced, somebody known from such entries alone is forgotten. */
async function whoIs(needs: EntryNeeds, staff: StaffCaller, { settings }: OwnVenue, whom: Whom, now: Instant) {
  if (whom.by === 'card') return cardHolder(needs, staff, settings.cardKinds, whom.number);
  const until = addDays(serviceDay(settings, now), settings.retentionDays + 1);
  return enterPerson(needs, staff, whom, until);
}

async function cardHolder(
  needs: EntryNeeds,
  staff: StaffCaller,
  kinds: readonly { readonly kind: string }[],
  number: string,
) {
  const counted = await entryAttempt(needs, staff, `card:${number}`);
  if (!(await counted.take())) return fail('too-many-tries');
  const personId = await holderOf(
    needs,
    kinds.map(({ kind }) => kind),
    number,
  );
  const shown = personId === undefined ? undefined : await needs.vault.masked(personId);
  if (personId === undefined || !shown) return fail('card-holder-unknown');
  await counted.giveBack();
  return ok<Entered>({ personId, maskedName: shown.maskedName, unchecked: false });
}

/** Verdicts are about riders: this one has no session and no account of their own here. */
const riderBy = ({
  address,
  sessionId,
}: StaffCaller): Pick<RiderCaller, 'kind' | 'address' | 'sessionId' | 'accountId'> => ({
  kind: 'rider',
  address,
  sessionId,
  accountId: '',
});
