import { recordBatch } from '@tongcheng/cloudfunctions/app/rides/record-batch';
import type { TraceQuestion } from '@tongcheng/cloudfunctions/app/tracing/reading/ride-source';
import { scannedRides } from '@tongcheng/cloudfunctions/app/tracing/reading/scanned-rides';
import { type Trace, trace } from '@tongcheng/cloudfunctions/app/tracing/trace';
import { aRider, aScan } from '../world/callers';
import { type Installation, townSettings } from '../world/installation';
import type { PlaceName } from '../world/places';
import { anEligibility, aStatus } from '../world/records';

/** One rider's scans, delivered at once; a red one is refused everywhere. */
export async function ride(
  here: Installation,
  name: string,
  sentAt: number,
  steps: readonly (readonly [PlaceName, number])[],
  colour: 'green' | 'red' = 'green',
): Promise<void> {
  here.clock.set(sentAt);
  const scans = steps.map(([place, at]) => aScan(here, place, at, { sentAt }));
  const eligibility = anEligibility({ identity: true, status: aStatus(colour, { expiresAt: sentAt + 1e9 }) });
  await recordBatch(here.needs, aRider(name, { eligibility }), { scans });
}

/** The question about a rider of the town. */
export const questionAbout = (name: string, more: Partial<TraceQuestion> = {}): TraceQuestion => ({
  ...{ city: '420100', settings: townSettings, subjects: [`p_per-${name}`], documentSubject: name },
  ...{ from: '2022-06-02', to: '2022-06-03', asOf: Date.parse('2022-06-05T05:00:00+08:00') },
  ...more,
});

/** Whom the rider exposed. */
export const traceIn = (here: Installation, question: TraceQuestion): Promise<Trace> =>
  trace([scannedRides(here.needs)], question);
