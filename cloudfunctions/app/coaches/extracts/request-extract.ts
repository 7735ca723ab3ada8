import type { OfficialCaller } from '@tongcheng/shared/caller';
import type { ExtractContent, requestExtract as endpoint } from '@tongcheng/shared/coaches/extracts-api';
import { checkDocument, rightKind } from '@tongcheng/shared/identity/documents/check-document';
import { maskDocumentForComparison } from '@tongcheng/shared/identity/masks';
import { newId } from '@tongcheng/shared/ids';
import { fail, ok, type Result } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import { dayOf } from '@tongcheng/shared/time';
import type { Chance } from '../../../ports/chance';
import type { KeyService } from '../../../ports/key-service';
import { recordAccess } from '../../audit/record-access';
import { takeAttempt } from '../../identity/attempts/take-attempt';
import type { UseCase } from '../../use-case';
import { coachCity } from '../coach-city';
import type { CoachNeeds } from '../deliver-events';
import { departureDay } from '../departure-event-record';
import { departsAtOf, detailsOf } from '../departure-view';
import { readDeparture } from '../read-departure';
import { reaches } from './arriving-departures';
import { extractDigest } from './extract-digest';
import {
  coachExtracts,
  type ExtractRecord,
  type KeptContent,
  keepSoughtDocument,
  type SoughtDocument,
} from './extract-record';
import { extractRow } from './extract-row';
import { isPeriod } from './find-departures';

/** What requests for extracts take. */
export interface ExtractNeeds extends CoachNeeds {
  readonly chance: Chance;
  readonly keys: KeyService;
}

/** Enough for an outbreak, too few to find out who rides. */
const requestsADay = 100;

interface CheckedContent {
  readonly content: KeptContent;
  readonly document?: SoughtDocument;
}

/** L-13: asks for an extract for an authority, on record first. Until another official approves exactly this, nothing opens. */
export const requestExtract: UseCase<typeof endpoint, ExtractNeeds> = async (needs, caller, input) => {
  const { city, content: asked, ...said } = input;
  if (!oversees(caller, cityScope(city))) return fail('city-unknown');
  const place = await coachCity(needs, city);
  if (!place.ok) return place;
  const checked = await checkContent(needs, city, asked);
  if (!checked.ok) return checked;
  if (!(await takeAttempt(needs, `coach-extracts.${caller.officialId}`, requestsADay))) return fail('too-many-tries');
  const { content, document } = checked.value;
  const record = newRecord(needs, caller, { city, ...said, content }, document);
  const access = { who: caller.officialId, city, what: record._id, reason: 'request-extract', counts: {} };
  await recordAccess(needs, { purpose: 'coach-extract', ...access });
  if (document) await keepSoughtDocument(needs, record._id, document);
  await needs.store.insert(coachExtracts, record);
  return ok(extractRow(record, document, needs.clock.now()));
};

type Said = Pick<ExtractRecord, 'city' | 'recipient' | 'receiver' | 'legalBasis' | 'purpose' | 'content'>;

function newRecord(
  { clock, chance }: ExtractNeeds,
  { officialId }: OfficialCaller,
  said: Said,
  document: SoughtDocument | undefined,
): ExtractRecord {
  const now = clock.now();
  const asked = { _id: newId(now, chance.bytes), ...said, requestedBy: officialId, requestedAt: now };
  return { ...asked, state: 'open', digest: extractDigest(asked, document) };
}

type Refused = 'extract-period-refused' | 'departure-unknown' | 'departure-too-old' | 'document-refused';

async function checkContent(
  needs: ExtractNeeds,
  city: string,
  asked: ExtractContent,
): Promise<Result<CheckedContent, Refused>> {
  if (asked.of === 'departure') return checkDeparture(needs, city, asked);
  if (!isPeriod(asked.from, asked.to)) return fail('extract-period-refused');
  if (asked.of === 'departures') return ok({ content: asked });
  const { documentKind, documentNumber, ...content } = asked;
  const checked = checkDocument(documentKind, documentNumber, dayOf(needs.clock.now()));
  if (!checked.valid) {
    const kind = rightKind(documentKind, documentNumber);
    return fail('document-refused', { reason: checked.reason, ...(kind && { kind }) });
  }
  const subject = needs.vault.subjectOf(documentKind, checked.stored);
  return ok({ content, document: { subject, masked: maskDocumentForComparison(checked.stored) } });
}

async function checkDeparture(
  needs: ExtractNeeds,
  city: string,
  content: Extract<ExtractContent, { of: 'departure' }>,
): Promise<Result<CheckedContent, Refused>> {
  const { leaves = city } = content;
  const read = await readDeparture(needs.store, leaves, content.departureId);
  if (read.records.length === 0 || (leaves !== city && !reaches(read, city))) return fail('departure-unknown');
  const vault = await needs.vault.day(leaves, departureDay(content.departureId), 'coach');
  if (!vault) return fail('departure-too-old');
  const { serviceNumber, origin, destination } = detailsOf(read);
  const known = {
    departsAt: departsAtOf(read),
    ...(serviceNumber !== undefined && { serviceNumber }),
    ...(origin && destination && { trip: `${origin.name} – ${destination.name}` }),
  };
  return ok({ content: { ...content, ...known } });
}
