import { newId } from '@tongcheng/shared/ids';
import { diceOf } from '../chance';
import type { PlannedScan } from '../journeys/planned-journey';
import type { JourneyProgress } from '../simulation/city-event';
import { helpShares } from '../staff/shares';
import type { RiderPhone } from './phone';
import { type Scan, sendScan, signSimulatedScan } from './scan';

/** Seconds between the rider's own scan and that of the member beside them. */
const besideMs = 3_000;

/** Scans the same code for the member who comes along, as the app does: a scan of its own that names them. */
export async function scanForMember(
  phone: RiderPhone,
  progress: JourneyProgress,
  planned: PlannedScan,
  { signature: _own, ...scan }: Scan,
  seed: string,
): Promise<void> {
  const { memberId } = phone.memory;
  if (memberId === undefined || progress.memberRefused || !comesAlong(progress, seed)) return;
  const scannedAt = scan.scannedAt + besideMs;
  const random = (size: number) => diceOf('ids', seed, 'member', phone.person.index, planned.at).bytes(size);
  const theirs = signSimulatedScan(phone, { ...scan, scanId: newId(scannedAt, random), scannedAt, memberId });
  if ((await sendScan(phone, theirs)).came === 'refuse') progress.memberRefused = true;
}

/** In a taxi one registers for all. */
function comesAlong({ journey }: JourneyProgress, seed: string): boolean {
  const first = journey.scans[0]?.at ?? 0;
  return journey.mode !== 'taxi' && diceOf(seed, 'together', journey.personIndex, first).happens(helpShares.together);
}
