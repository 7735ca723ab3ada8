import { coachFailures } from '@tongcheng/shared/coaches/failures';
import type { fileLedger as endpoint, FilingFailure } from '@tongcheng/shared/coaches/ledger-api';
import type { OutputOf, ParsedInputOf } from '@tongcheng/shared/endpoint';
import { identityFailures } from '@tongcheng/shared/identity/failures';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import { dayMs, dayOf } from '@tongcheng/shared/time';
import { isPlate } from '@tongcheng/shared/venues/plates';
import type { AuditNeeds } from '../../audit/chain';
import { recordAccess } from '../../audit/record-access';
import type { UseCase } from '../../use-case';
import { type CoachCity, coachCity } from '../coach-city';
import type { CoachNeeds } from '../deliver-events';
import { recordEvents } from '../record-event';
import { findDeparture } from './find-departure';
import { ledgerEvents } from './ledger-events';
import { type PlaceNames, placeNames } from './place-names';

type Needs = CoachNeeds & AuditNeeds;
type Filed = ParsedInputOf<typeof endpoint>['departures'][number];
type Answer = OutputOf<typeof endpoint>['items'][number];

const texts = { ...identityFailures, ...coachFailures };

/** Passengers of one request: what one write of the store takes, with what was seen of them on arrival. */
const mostPassengers = 400;

/**
 * L-09: files rows of a ledger 台账 under the departures that they are of: those that a crew registered, or else departures of the ledger's own.
 * Ids follow from the content under the key of the coach's day, so that the same row is the same registration whoever imports it how often.
 */
export const fileLedger: UseCase<typeof endpoint, Needs> = async (needs, caller, { city, departures }) => {
  if (!oversees(caller, cityScope(city))) return fail('city-unknown');
  const place = await coachCity(needs, city);
  if (!place.ok) return place;
  const passengers = departures.reduce((sum, each) => sum + each.passengers.length, 0);
  if (passengers > mostPassengers) return fail('ledger-too-large');
  await recordAccess(needs, {
    ...{ purpose: 'ledger-filed', who: caller.officialId, city, what: city },
    counts: { departures: departures.length, passengers },
  });
  const names = await placeNames(needs.store, city);
  // Together, so that the store takes them in one write: ids follow from the content, and the same departure twice is one.
  const filing = { city, place: place.value, names };
  return ok({ items: await Promise.all(departures.map((each) => fileDeparture(needs, filing, each))) });
};

interface Filing {
  readonly city: string;
  readonly place: CoachCity;
  readonly names: PlaceNames;
}

async function fileDeparture(needs: Needs, { city, place, names }: Filing, filed: Filed): Promise<Answer> {
  const now = needs.clock.now();
  const { departsAt, plate } = filed.departure;
  if (!isPlate(plate)) return refused('plate-refused');
  if (departsAt < now - place.retentionDays * dayMs || departsAt > now + 2 * dayMs) return refused('departure-too-old');
  const day = await needs.vault.day(city, dayOf(departsAt), 'coach');
  if (!day) return refused('departure-too-old');
  const found = await findDeparture(needs.store, day, city, filed.departure);
  const { records, registrations } = ledgerEvents({ vault: needs.vault, day, city, names, now, found }, filed);
  const answers = await recordEvents(needs.store, records);
  const cameOf = new Map(records.map(({ _id }, order) => [_id, answers[order]]));
  return {
    ok: true,
    departureId: found.departureId,
    passengers: registrations.map((each) => {
      if (!each.ok) return refusal(each.failure.code);
      return cameOf.get(each.value) === 'recorded' ? 'filed' : 'same';
    }),
  };
}

const refusal = (code: FilingFailure) => {
  const { zh, en } = texts[code];
  return { code, zh, en };
};

const refused = (code: FilingFailure): Answer => ({ ok: false, failure: refusal(code) });
