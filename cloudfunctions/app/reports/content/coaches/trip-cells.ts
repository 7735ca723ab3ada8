import type { Place } from '@tongcheng/shared/coaches/wire';
import { maskPlate } from '@tongcheng/shared/identity/masks';
import { directionWords } from '@tongcheng/shared/reports/coach-words';
import { both } from '@tongcheng/shared/reports/words';
import * as z from 'zod';
import type { DayVault } from '../../../../vault/vault';
import { departsAtOf } from '../../../coaches/departure-view';
import type { ReadDeparture } from '../../../coaches/read-departure';
import type { SheetRow } from '../../../workbooks/sheet';
import type { Form } from '../../records';
import type { ToldDeparture } from './told-departures';

/** Of what a crew told of themselves and the coach a report says the plate alone. */
const Coach = z.object({ plate: z.string() });

/** Direction, time, places, number and plate of a departure. */
export function tripCells({ direction, read }: ToldDeparture, form: Form, day: DayVault | undefined): SheetRow {
  const details = read.opened?.details;
  const plate = day ? plateOf(read, day) : '';
  return [
    both(directionWords[direction]),
    { at: departsAtOf(read) },
    placeName(details?.origin),
    placeName(details?.destination),
    details?.serviceNumber ?? '',
    form === 'full' ? plate : maskedPlate(plate),
  ];
}

const placeName = (place: Place | undefined): string => place?.name ?? '';

const maskedPlate = (plate: string): string => (plate === '' ? '' : maskPlate(plate));

/** The plate of the coach that ran it last. */
function plateOf({ records, manifest }: ReadDeparture, day: DayVault): string {
  const mark = manifest.coaches[manifest.coaches.length - 1];
  const told = records.find(({ coach, sealed }) => coach !== undefined && coach === mark && sealed !== undefined);
  return told?.sealed === undefined ? '' : Coach.parse(JSON.parse(day.openText(told._id, told.sealed))).plate;
}
