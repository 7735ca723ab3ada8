import { createHash } from 'node:crypto';
import type { OfficialCaller } from '@tongcheng/shared/caller';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import { formatInstant } from '@tongcheng/shared/time';
import type { printStickers as endpoint } from '@tongcheng/shared/venues/api';
import type { PrintSize } from '@tongcheng/shared/venues/postings';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { FontFiles } from '../../ports/font-files';
import type { KeyService } from '../../ports/key-service';
import type { ObjectStore } from '../../ports/object-store';
import type { UseCase } from '../use-case';
import type { CityOf } from './cached-records';
import { codeSignerOf } from './codes/code-signer';
import { postedLink } from './codes/posted-code';
import { type VenueRecord, venues } from './records';
import { drawSheets } from './stickers/draw-sheets';
import { inHeldForms, missingCharacters, printedText } from './stickers/missing-characters';
import { posterOf, type Sticker, stickersOf } from './stickers/sticker';

interface Needs {
  readonly store: DocumentStore;
  readonly objects: ObjectStore;
  readonly clock: Clock;
  readonly keys: KeyService;
  readonly cityOf: CityOf;
  readonly publicUrl: string;
  readonly fontFiles: FontFiles;
}

const linkSeconds = 15 * 60;
const maxMissing = 2_000;

/** W-18: as PDF a sticker for each posting place, or a large poster for each venue. Revoked venues are left out: their code is dead. */
export const printStickers: UseCase<typeof endpoint, Needs> = async (needs, caller, input) => {
  const { venueIds, size = 'sticker' } = input;
  const found = await venuesOf(needs.store, caller, venueIds);
  if (!found) return fail('venue-unknown');
  const posted = found.filter(({ revoked }) => !revoked);
  if (posted.length === 0) return fail('venue-unknown', { revoked: found.length });
  const worded = await stickersFor(needs, posted, size);
  const faces = await needs.fontFiles.faces(printedText(worded));
  const stickers = worded.map((sticker) => inHeldForms(faces, sticker));
  const missing = missingCharacters(faces, stickers);
  if (missing.length > 0)
    return fail('sticker-characters-missing', { missing: missing.join('; ').slice(0, maxMissing) });
  const { pdf, pages } = await drawSheets(faces, stickers, needs.clock.now(), size);
  const key = `stickers/${posted[0]?.city}/${createHash('sha256').update(pdf).digest('hex').slice(0, 32)}.pdf`;
  await needs.objects.put(key, pdf, 'application/pdf');
  const fileName = `${size}s-${formatInstant(needs.clock.now(), 'YYYYMMDD-HHmm')}.pdf`;
  const file = await needs.objects.link(key, { ttlSeconds: linkSeconds, fileName });
  return ok({ file, stickers: stickers.length, pages });
};

/** In the order asked; undefined when one of them is not there for this caller. */
async function venuesOf(
  store: DocumentStore,
  caller: OfficialCaller,
  venueIds: readonly string[],
): Promise<VenueRecord[] | undefined> {
  const found = await Promise.all([...new Set(venueIds)].map((id) => store.get(venues, id)));
  const theirs = found.flatMap((venue) => (venue && oversees(caller, cityScope(venue.city)) ? [venue] : []));
  return theirs.length === found.length ? theirs : undefined;
}

async function stickersFor(needs: Needs, posted: readonly VenueRecord[], size: PrintSize): Promise<Sticker[]> {
  const signer = await codeSignerOf(needs.keys);
  const stickers: Sticker[] = [];
  for (const venue of posted) {
    const hotline = (await needs.cityOf(venue.city))?.hotline ?? '';
    const setting = { link: postedLink(signer, needs.publicUrl, venue), hotline };
    stickers.push(...(size === 'poster' ? [posterOf(venue, setting)] : stickersOf(venue, setting)));
  }
  return stickers;
}
