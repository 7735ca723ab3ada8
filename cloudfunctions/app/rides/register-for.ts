import type { RiderCaller, StaffCaller } from '@tongcheng/shared/caller';
import type { OutputOf } from '@tongcheng/shared/endpoint';
import { fail, ok, type Result } from '@tongcheng/shared/result';
import type * as api from '@tongcheng/shared/rides/api';
import type { AssistedRider, AssistedScanInput } from '@tongcheng/shared/rides/assisted-scan';
import { serviceDay } from '@tongcheng/shared/rides/service-hours';
import type { ScanInput } from '@tongcheng/shared/rides/wire';
import { addDays, type Day, type Instant } from '@tongcheng/shared/time';
import type { HealthStatusSource } from '../../ports/health-status';
import { holderOf } from '../cards/holder-of';
import { personOfHolder } from '../cards/stated/person-of-holder';
import { assistedAttempt } from '../identity/attempts/assisted-attempts';
import {
  type AssistedPerson,
  type AssistedPersonNeeds,
  assistedPerson,
} from '../identity/verification/assisted-person';
import type { UseCase } from '../use-case';
import type { CityOf, VenueOf } from '../venues/cached-records';
import { type StaffVenue, staffVenue } from '../venues/staff-venue';
import { assistedEligibility } from './assisted/assisted-eligibility';
import { registrationAllowance } from './assisted/registration-allowance';
import { type StaffOf, staffNames } from './assisted/staff-of';
import { feedScan, staffIn } from './feed/feed-scan';
import { registerScan } from './scanning/register-scans';
import { isClockWrong } from './scanning/resolve-scan';
import { scanContext } from './scanning/scan-context';

/** What an assisted scan needs. */
export interface RegisterForNeeds extends AssistedPersonNeeds {
  readonly healthStatus: HealthStatusSource;
  readonly cityOf: CityOf;
  readonly venueOf: VenueOf;
  readonly staffOf: StaffOf;
}

/**
 * Registers somebody without a phone at the venue of staff (W-20, W-21): by document or bound card, with the verdict, meaning and ride
 * that their own scan would have had, and with who registered it. The same assisted scan again has one effect and the same answer.
 */
export const registerFor: UseCase<typeof api.registerFor, RegisterForNeeds> = async (needs, staff, input) => {
  const now = needs.clock.now();
  const here = await staffVenue(needs, staff, input.venueId);
  if (!here.ok) return here;
  const scan = asScanInput(input);
  if (isClockWrong(scan, now)) return fail('clock-wrong');
  const allowance = await registrationAllowance(needs, staff, here.value, scan);
  if (!allowance) return fail('too-many-registrations');
  const registered = await registerAt(needs, staff, here.value, input, scan);
  if (!registered.ok) await allowance.giveBack();
  return registered;
};

async function registerAt(
  needs: RegisterForNeeds,
  staff: StaffCaller,
  here: StaffVenue,
  input: AssistedScanInput,
  scan: ScanInput,
): Promise<Result<OutputOf<typeof api.registerFor>, (typeof api.registerFor)['failures'][number]>> {
  const now = needs.clock.now();
  const who = await identify(needs, staff, here, input.whom, now);
  if (!who.ok) return who;
  const { personId, maskedName, unchecked } = who.value;
  const eligibility = await assistedEligibility(needs, personId, input.shown, now);
  const caller = { ...riderBy(staff), personId, maskedName, eligibility };
  const assisted = { staffId: staff.staffId, unchecked };
  const context = await scanContext(needs.vault, {
    ...here,
    input: scan,
    signed: true,
    code: 'valid',
    way: [],
    caller,
    assisted,
  });
  if (!context.ok) return context;
  const registered = await registerScan(needs.store, context.value, now);
  if (!registered.ok) return fail(registered.failure.code === 'too-many-scans' ? 'too-many-scans' : 'scan-conflict');
  const { record } = registered.value;
  const names = await staffNames(needs.staffOf, staffIn(record));
  return ok({ item: feedScan(record, context.value.dayVault, { staff: names }) });
}

/** An assisted scan as a scan; in place of a posted code stands what else makes it this one and no other. */
function asScanInput({ scanId, venueId, enteredAt, sentAt, party, shown }: AssistedScanInput): ScanInput {
  const code = ['entry', venueId, shown?.proof ?? '', shown?.colour ?? ''].join('.');
  return { scanId, code, scannedAt: enteredAt, sentAt, ...(party !== undefined && { party }) };
}

/** A day after the ride can no longer be traced, somebody known from assisted scans alone is forgotten. */
async function identify(
  needs: RegisterForNeeds,
  staff: StaffCaller,
  { settings }: StaffVenue,
  whom: AssistedRider,
  now: Instant,
) {
  const until = addDays(serviceDay(settings, now), settings.retentionDays + 1);
  if (whom.by === 'card') return cardHolder(needs, staff, settings.cardKinds, whom.number, until);
  return assistedPerson(needs, staff, whom, until);
}

async function cardHolder(
  needs: RegisterForNeeds,
  staff: StaffCaller,
  kinds: readonly { readonly kind: string }[],
  number: string,
  until: Day,
) {
  const attempt = await assistedAttempt(needs, staff, `card:${number}`);
  if (!(await attempt.take())) return fail('too-many-tries');
  const named = kinds.map(({ kind }) => kind);
  const claimed = await holderOf(needs, named, number);
  const personId = claimed && (await personOfHolder(needs, claimed, until));
  const masked = personId === undefined ? undefined : await needs.vault.masked(personId);
  if (personId === undefined || !masked) return fail('card-holder-unknown');
  await attempt.giveBack();
  return ok<AssistedPerson>({ personId, maskedName: masked.maskedName, unchecked: false });
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
