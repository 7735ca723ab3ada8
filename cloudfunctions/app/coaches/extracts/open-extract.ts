import type { OfficialCaller } from '@tongcheng/shared/caller';
import type { openExtract as endpoint } from '@tongcheng/shared/coaches/extracts-api';
import type { Passenger } from '@tongcheng/shared/coaches/manifest';
import { fail, ok } from '@tongcheng/shared/result';
import { type Day, daysFrom, type Instant } from '@tongcheng/shared/time';
import type { DayVault } from '../../../vault/vault';
import { recordAccess } from '../../audit/record-access';
import type { UseCase } from '../../use-case';
import { departureDay } from '../departure-event-record';
import { type ReadDeparture, readDeparture } from '../read-departure';
import { arrivalsOfSubject, arrivingDepartures, passengersInto } from './arriving-departures';
import { clearPassengers } from './clear-passengers';
import { extractOf } from './decide-extract';
import { extractDigest, isExtractApproved } from './extract-digest';
import { type ExtractRecord, type SoughtDocument, soughtDocumentOf } from './extract-record';
import { extractState } from './extract-row';
import type { ExtractNeeds } from './request-extract';
import { departuresOfSubject, type FittingDeparture, soughtDepartures } from './sought-departures';

/** Opens an approved extract, to the two who asked and approved; each page is on record before it leaves (L-13). */
export const openExtract: UseCase<typeof endpoint, ExtractNeeds> = async (
  needs,
  caller,
  { extractId, limit, after, exported = false, through },
) => {
  const held = await extractOf(needs, caller, extractId);
  if (!held) return fail('extract-unknown');
  const document = await soughtDocumentOf(needs, extractId);
  const now = needs.clock.now();
  if (!isOpenTo(caller, held, now) || !(await isExtractApproved(needs.keys, held))) return fail('extract-not-open');
  if (extractDigest(held, document) !== held.digest) return fail('extract-changed');
  const page = exported
    ? await fileOf(needs, held, { document, through })
    : await pageOf(needs, held, { document, after, limit });
  const counts = { riders: page.passengers };
  const reason = exported ? 'export' : 'open-extract';
  const access = { who: caller.officialId, city: held.city, what: extractId, reason, counts };
  await recordAccess(needs, { purpose: 'coach-extract', ...access });
  return ok({
    passengers: page.found.flatMap(({ vault, read, told }) => [...clearPassengers(vault, read, told)]),
    ...(page.next !== undefined && { next: page.next }),
    forgottenDays: page.forgottenDays,
    watermark: { officialId: caller.officialId, at: now, under: extractId },
  });
};

const isOpenTo = ({ officialId }: OfficialCaller, record: ExtractRecord, now: Instant): boolean =>
  extractState(record, now) === 'approved' && [record.requestedBy, record.decidedBy].includes(officialId);

interface PageWanted {
  readonly document: SoughtDocument | undefined;
  readonly after: string | undefined;
  readonly limit: number;
}

interface Told {
  readonly vault: DayVault;
  readonly read: ReadDeparture;
  readonly told: readonly Passenger[];
}

interface Page {
  readonly found: readonly Told[];
  readonly forgottenDays: Day[];
  readonly passengers: number;
  readonly next?: string | undefined;
}

/** Whole departures until there are enough passengers. */
async function pageOf(
  needs: ExtractNeeds,
  record: ExtractRecord,
  { document, after, limit }: PageWanted,
): Promise<Page> {
  const [found, forgottenDays]: [Told[], Day[]] = [[], []];
  let passengers = 0;
  for await (const each of departuresIn(needs, record, document, after)) {
    if ('forgotten' in each) {
      forgottenDays.push(each.forgotten);
      continue;
    }
    if (passengers >= limit) return { found, forgottenDays, passengers, next: found.at(-1)?.read.departureId };
    const told = toldOf(record, each, document);
    passengers += told.length;
    found.push({ ...each, told });
  }
  return { found, forgottenDays, passengers };
}

/** A file of what was opened page by page: how many passengers it holds, none of whom leaves again. */
async function fileOf(
  needs: ExtractNeeds,
  record: ExtractRecord,
  { document, through }: { readonly document: SoughtDocument | undefined; readonly through: string | undefined },
): Promise<Page> {
  let passengers = 0;
  for await (const each of departuresIn(needs, record, document, undefined)) {
    if ('forgotten' in each) continue;
    passengers += toldOf(record, each, document).length;
    if (each.read.departureId === through) break;
  }
  return { found: [], forgottenDays: [], passengers };
}

/** Of a coach from elsewhere those who ride into the city of the request. */
function toldOf(
  { city }: ExtractRecord,
  { vault, read }: { readonly vault: DayVault; readonly read: ReadDeparture },
  document: SoughtDocument | undefined,
): readonly Passenger[] {
  const pseudonym = document && vault.pseudonym(document.subject);
  return passengersInto(read, city).filter(({ passenger }) => pseudonym === undefined || passenger === pseudonym);
}

/** Days before the one where the page begins were told with the pages before. */
async function* departuresIn(
  needs: ExtractNeeds,
  { city, content }: ExtractRecord,
  document: SoughtDocument | undefined,
  after: string | undefined,
): AsyncGenerator<FittingDeparture> {
  if (content.of === 'departure') {
    if (after === undefined) yield await oneDeparture(needs, content.leaves ?? city, content.departureId);
    return;
  }
  const begun = after === undefined ? content.from : departureDay(after);
  const days = daysFrom(begun > content.from ? begun : content.from, content.to);
  const isArriving = content.direction === 'arriving';
  const [ofDays, ofSubject] = isArriving
    ? [arrivingDepartures, arrivalsOfSubject]
    : [soughtDepartures, departuresOfSubject];
  if (content.of === 'departures') yield* ofDays(needs, city, days, content, after);
  else if (document) yield* ofSubject(needs, city, days, document.subject, after);
}

async function oneDeparture(needs: ExtractNeeds, city: string, departureId: string): Promise<FittingDeparture> {
  const day = departureDay(departureId);
  const vault = await needs.vault.day(city, day, 'coach');
  return vault ? { vault, read: await readDeparture(needs.store, city, departureId) } : { forgotten: day };
}
