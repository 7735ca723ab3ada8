import type { OffRouteBand, RegistrationSource } from '@tongcheng/shared/coaches/events';
import type { Place } from '@tongcheng/shared/coaches/wire';
import type { Day, Instant } from '@tongcheng/shared/time';
import { unlessDamaged } from '../../ports/damaged-days';
import type { DocumentStore, Stored } from '../../ports/document-store';
import type { DayScope, DayVault, MaskedPerson, Vault } from '../../vault/vault';
import { plateOf } from './crew-facts';
import { type DepartureEventRecord, departureEvents } from './departure-event-record';
import { departsAtOf, detailsOf } from './departure-view';
import { type Addresses, addressesIn } from './passenger-facts-typed';
import { type ReadDeparture, readDeparture } from './read-departure';
import { markOfAccount } from './record-event';

interface Needs {
  readonly store: DocumentStore;
  readonly vault: Vault;
}

/** A registration for a coach that an account made, as its holder gets it with everything else that is kept about them. */
export interface ExportedRegistration extends Omit<MaskedPerson, 'maskedPhone'>, Addresses {
  readonly city: string;
  readonly day: Day;
  readonly departureId: string;
  readonly departsAt: Instant;
  readonly plate?: string;
  readonly serviceNumber?: string;
  readonly origin?: Place;
  readonly destination?: Place;
  readonly seat?: string;
  readonly source: RegistrationSource;
  readonly registeredAt: Instant;
  /** Withdrawn or corrected since: kept as all that happened, without effect. */
  readonly ended: boolean;
  /** The phone told of a place so far from the way of the coach (decision 222). */
  readonly offRoute?: OffRouteBand;
  /** What the officer saw on arrival; only of the holder and their family. */
  readonly presence?: 'present' | 'absent';
}

/**
 * What some accounts registered for coaches, on every day whose key lives, and for whose person staff did by their agreement as a regular. Never by a
 * document alone, so that it holds nothing that anybody else typed about the same number. Addresses and arrival are told of the holder's own registrations; of those
 * that they typed for others no more than they were shown.
 */
export async function ownRegistrations(
  needs: Needs,
  accountIds: readonly string[],
  subject: string,
): Promise<readonly ExportedRegistration[]> {
  const all: ExportedRegistration[] = [];
  const days = (await needs.vault.liveDays()).filter(({ keyClass }) => keyClass === 'coach');
  for (const scope of days.toSorted((one, other) => (one.day < other.day ? -1 : 1)))
    all.push(...(await unlessDamaged(() => registrationsOn(needs, scope, accountIds, subject), [])));
  return all;
}

async function registrationsOn(
  { store, vault }: Needs,
  { city, day }: DayScope,
  accountIds: readonly string[],
  subject: string,
): Promise<readonly ExportedRegistration[]> {
  const opened = await vault.day(city, day, 'coach');
  if (!opened) return [];
  const by = { in: accountIds.map((id) => markOfAccount(opened, id)) };
  const told = await store.find(departureEvents, { where: { day, city, by, kind: 'registered' }, limit: 1_000 });
  const passenger = opened.pseudonym(subject);
  const ofDocument = await store.find(departureEvents, { where: { day, city, passenger }, limit: 1_000 });
  // What others typed of the document is theirs; what the person agreed to as a regular is the person's.
  const agreed = ofDocument.items.filter(({ event }) => event.kind === 'registered' && event.regular);
  const items = [...told.items, ...agreed];
  const departures = new Map<string, ReadDeparture>();
  for (const { departureId } of items)
    if (!departures.has(departureId)) departures.set(departureId, await readDeparture(store, city, departureId));
  return items.flatMap((record) => {
    const read = departures.get(record.departureId);
    return read ? registrationIn(opened, read, record) : [];
  });
}

function registrationIn(
  opened: DayVault,
  read: ReadDeparture,
  { _id, day, city, departureId, event, sealed }: Stored<DepartureEventRecord>,
): readonly ExportedRegistration[] {
  if (event.kind !== 'registered' || sealed === undefined) return [];
  const { source, seat, at, offRoute } = event;
  const { maskedPhone: _phone, ...masked } = opened.maskedFacts(_id, sealed);
  const plate = plateOf(opened, read);
  const { serviceNumber, origin, destination } = detailsOf(read);
  const held = read.manifest.passengers.find(({ registrations }) =>
    registrations.some(({ eventId }) => eventId === event.eventId),
  );
  return [
    {
      ...{ city, day, departureId, departsAt: departsAtOf(read), source, registeredAt: at, ended: !held, ...masked },
      ...(plate !== undefined && { plate }),
      ...(serviceNumber !== undefined && { serviceNumber }),
      ...(origin && { origin }),
      ...(destination && { destination }),
      ...(seat !== undefined && { seat }),
      ...(offRoute && { offRoute }),
      ...(source === 'rider' && addressesIn(opened.openFacts(_id, sealed))),
      ...(source !== 'typed' && held?.presence && { presence: held.presence }),
    },
  ];
}
