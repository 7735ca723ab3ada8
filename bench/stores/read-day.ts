import { journeysOf } from '@tongcheng/cloudfunctions/app/rides/journeys/journeys-of';
import type { Container } from '@tongcheng/cloudfunctions/wiring/container';
import { dayOf } from '@tongcheng/shared/time';

/** What reading a day for its report took: every rider's journey, as the workbook's rows are made of. */
export interface DayRead {
  readonly scans: number;
  readonly seconds: number;
}

/** Reads today's journeys once. */
export async function readDay(container: Container): Promise<DayRead> {
  const began = performance.now();
  let scans = 0;
  for await (const journey of journeysOf(container, '420100', dayOf(container.clock.now())))
    scans += journey.scans.length;
  return { scans, seconds: (performance.now() - began) / 1_000 };
}
