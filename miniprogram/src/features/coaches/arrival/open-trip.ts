import type { ArrivedFailure } from '@tongcheng/shared/client';
import type { openArrival } from '@tongcheng/shared/coaches/api';
import type { InputOf } from '@tongcheng/shared/endpoint';
import type { Phone } from '../../../client/phone';
import { arrivalBookRecord, changeBook } from './arrival-book';

/** How a trip is looked for. */
export type Sought = InputOf<typeof openArrival>['sought'];

/** Opens a trip and keeps it; why not, where it is refused. */
export async function openTrip(
  { crew, records }: Pick<Phone, 'crew' | 'records'>,
  sought: Sought,
): Promise<ArrivedFailure<string> | undefined> {
  const shown = new Set((records.read(arrivalBookRecord).taken ?? []).map(({ event }) => event.eventId));
  const answer = await crew.call('coaches.open-arrival', { sought });
  if (!answer.ok) return answer.failure;
  changeBook(records, (held) => ({
    ...held,
    open: answer.value,
    taken: (held.taken ?? []).filter(({ event }) => !shown.has(event.eventId)),
  }));
  return undefined;
}
