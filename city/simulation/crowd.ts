import type { RandomBytes } from '@tongcheng/shared/ids';
import type { Instant } from '@tongcheng/shared/time';
import { diceOf } from '../chance';
import type { PlannedScan } from '../journeys/planned-journey';
import type { Person } from '../people/person';
import { deliverKept } from '../riders/deliver';
import { openPhone, type RiderPhone } from '../riders/phone';
import { keepForLater, readCode, sendScan } from '../riders/scan';
import { scanForMember } from '../riders/scan-for-member';
import { type CityStaff, isBoarding, staffOf } from '../staff/staff';
import type { CityEvent, JourneyProgress } from './city-event';
import { consentReader } from './consent-reader';
import type { LedgerWriter } from './ledger';
import type { SimulationOptions } from './options';
import { locksByKey } from './pool';

/** All riders with their phones. Each does one thing after another; different ones at the same time. */
export interface Crowd {
  perform(event: CityEvent): Promise<void>;
  /** Phones with something to deliver by now. */
  waiting(): readonly number[];
  deliver(personIndex: number): Promise<void>;
  /** Scans that phones still keep. */
  kept(): number;
}

/** Hands the phones out; what they remember is in the state. */
export const crowdOf = (
  options: SimulationOptions,
  now: () => Instant,
  ledger: LedgerWriter,
  purpose: string,
): Crowd => {
  const { transport, transportOf = () => transport, signInCode, posters, network, state, people } = options;
  const consent = options.consentCode && { consentCode: options.consentCode };
  const began = now();
  const consentVersion = consentReader(transport, network.city, now);
  const hasFamilies = options.invite !== undefined;
  const around = { transportOf, signInCode, posters, city: network.city, consentVersion, now, ledger };
  const needs = { ...around, hasFamilies, ...consent };
  const staff = staffFor(options, now, ledger);
  const byIndex = new Map<number, Person>(people.map((person) => [person.index, person]));
  const withLock = locksByKey<number>();
  const withPhone = (index: number, at: Instant, use: (phone: RiderPhone) => Promise<void>): Promise<void> => {
    const person = byIndex.get(index);
    if (!person) return Promise.resolve();
    const random = idsOf(options.seed, purpose, began, index, at);
    return withLock(index, () => use(openPhone(person, memoryOf(state, index), { ...needs, random })));
  };
  return {
    perform: ({ progress, action, at }) =>
      withPhone(progress.journey.personIndex, at, (phone) =>
        action === 'network-is-back'
          ? deliverKept(phone)
          : perform({ phone, staff, seed: options.seed }, progress, action),
      ),
    deliver: (index) => withPhone(index, now(), deliverKept),
    waiting: () =>
      Object.entries(state.riders)
        .filter(([, { kept }]) => kept.some(({ deliverAt }) => deliverAt <= now()))
        .map(([index]) => Number(index)),
    kept: () => Object.values(state.riders).reduce((sum, { kept }) => sum + kept.length, 0),
  };
};

/**
 * The same bytes whenever the same person does the same thing of a day: an id does not depend on who is answered first, so a
 * day that is lived again after a stop sends the same scans again, which have one effect.
 */
const idsOf =
  (...what: readonly (string | number)[]): RandomBytes =>
  (size) =>
    diceOf('ids', ...what).bytes(size);

/** Addresses of staff lie apart from those of riders' phones. */
const staffAddress = 1 << 16;

function staffFor(
  { invite, seed, state, network, transport, transportOf = () => transport }: SimulationOptions,
  now: () => Instant,
  ledger: LedgerWriter,
): CityStaff | undefined {
  return invite && staffOf({ invite, seed, state, network, transport: transportOf(staffAddress), now, ledger });
}

interface Acting {
  readonly phone: RiderPhone;
  readonly staff: CityStaff | undefined;
  readonly seed: string;
}

async function perform(acting: Acting, progress: JourneyProgress, planned: PlannedScan): Promise<void> {
  const { phone, staff, seed } = acting;
  if (progress.refused) return;
  if (staff && phone.person.helpedBy) return registerBy(staff, phone.person, progress, planned);
  const scan = readCode(phone, planned);
  if (!scan) return;
  if (planned.deliverAt !== undefined) {
    keepForLater(phone, scan, planned.deliverAt);
    return;
  }
  await deliverKept(phone);
  const { came, scanId } = await sendScan(phone, scan);
  const verdict = came === 'kept' || came === 'not-recorded' ? undefined : came;
  const decided =
    verdict && staff && isBoarding(planned) ? await staff.decide(phone.person, planned, scanId, verdict) : verdict;
  if (decided === 'refuse') progress.refused = true;
  else if (decided !== undefined) await scanForMember(phone, progress, planned, scan, seed);
}

/** Somebody without a phone is registered where they get on, and nowhere else; who could not be registered does not ride. */
async function registerBy(
  staff: CityStaff,
  person: Person,
  progress: JourneyProgress,
  planned: PlannedScan,
): Promise<void> {
  if (!isBoarding(planned)) return;
  const decision = await staff.register(person, planned);
  if (decision === undefined || decision === 'refuse') progress.refused = true;
}

function memoryOf(state: SimulationOptions['state'], index: number) {
  const held = state.riders[index] ?? { kept: [] };
  state.riders[index] = held;
  return held;
}
