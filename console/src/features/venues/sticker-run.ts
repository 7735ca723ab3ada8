import type { Answer } from '@tongcheng/shared/client';
import type { PrintSize } from '@tongcheng/shared/venues/postings';
import type { VenueRow } from '@tongcheng/shared/venues/wire';
import { type Run, useRun } from '../../client/use-run';

/** A file of stickers or posters, with how many venues are in it. */
export interface StickerFile extends Sheets {
  readonly venues: number;
}

type Sheets = Extract<Answer<'venues.print-stickers'>, { readonly ok: true }>['value'];

interface Step {
  readonly size: PrintSize;
  readonly venueIds: readonly string[];
}

/** What one file may hold. */
const maxVenues = 200;

/** Codes out of use are not printed; the others are cut into files. */
export const stickerSteps = (venues: readonly VenueRow[], size: PrintSize): readonly Step[] => {
  const printed = venues.filter(({ code }) => !code.revoked).map(({ venueId }) => venueId);
  const starts = Array.from({ length: Math.ceil(printed.length / maxVenues) }, (_, file) => file * maxVenues);
  return starts.map((start) => ({ size, venueIds: printed.slice(start, start + maxVenues) }));
};

/** Makes files of stickers or posters, one after the other. */
export const useStickerRun = (): Run<Step, StickerFile> =>
  useRun(async (client, { size, venueIds }: Step) => {
    const input = { venueIds: [...venueIds], ...(size === 'poster' && { size }) };
    const answer = await client.call('venues.print-stickers', input);
    return answer.ok ? { ...answer, value: { ...answer.value, venues: venueIds.length } } : answer;
  });
