import { prepareHold } from '../cases/held-copy';
import type { TracingNeeds } from '../cases/tracing-needs';
import { prepareNotices } from '../notices/prepare-notices';
import { stopHoldOf } from './end-measures';
import type { MeasureRecord } from './measure-record';

/** What an approval sets going. Whatever stops it half way, the timer goes on with. */
export async function startMeasure(needs: TracingNeeds, record: MeasureRecord): Promise<void> {
  const { measure, decidedBy = '' } = record;
  switch (measure.kind) {
    case 'notify':
      return prepareNotices(needs, record);
    case 'hold':
      return prepareHold(needs, record);
    case 'end-hold':
      return stopHoldOf(needs, record, { by: decidedBy, reason: measure.reason });
    case 'take-over':
    case 'extract':
    case 'delay':
    case 'second-step':
      // Read from the measure itself, whenever it matters.
      return;
  }
}
