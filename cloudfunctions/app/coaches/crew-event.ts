import type { ManifestEvent } from '@tongcheng/shared/coaches/events';
import type { CrewEvent, CrewFacts, OpenedInput } from '@tongcheng/shared/coaches/wire';
import type { DayVault } from '../../vault/vault';
import { eventKey, type OpenedDetails } from './departure-event-record';
import type { NewEvent } from './record-event';
import { markOfPlate } from './record-event';

type Kept = Pick<NewEvent, 'event' | 'details' | 'sealed' | 'destinationCity'>;

/** What a crew told as it is kept: names, phones and plate sealed. Of a confirmation besides the class of its line, where its operator's list has one. */
export function keptCrewEvent(
  day: DayVault,
  departureId: string,
  by: string,
  told: CrewEvent,
  lineClass?: OpenedDetails['lineClass'],
): Kept {
  switch (told.kind) {
    case 'opened':
      return keptOpened(day, departureId, by, told, lineClass);
    case 'coach-replaced': {
      const { kind, eventId, at, crew } = told;
      const event: ManifestEvent = { kind, eventId, at, by, coach: markOfPlate(day, crew.plate) };
      return { event, sealed: sealedCrew(day, departureId, eventId, crew) };
    }
    case 'departed': {
      const { reason, ...rest } = told;
      return { event: { ...rest, by, ...(reason !== undefined && { reason }) } };
    }
    case 'aboard-counted':
    case 'rescheduled':
    case 'cancelled':
    case 'withdrawn':
      return { event: { ...told, by } };
  }
}

function keptOpened(
  day: DayVault,
  departureId: string,
  by: string,
  told: OpenedInput,
  lineClass: OpenedDetails['lineClass'],
): Kept {
  const { kind, eventId, at, crew, aboard, departsAt, service, serviceNumber, origin, destination, stops, outside } =
    told;
  const details: OpenedDetails = {
    ...{ service, serviceNumber, origin, destination, stops },
    ...(lineClass !== undefined && { lineClass }),
    ...(outside && { outside }),
  };
  return {
    event: { kind, eventId, at, by, departsAt, aboard, coach: markOfPlate(day, crew.plate) },
    details,
    sealed: sealedCrew(day, departureId, eventId, crew),
    ...(destination.city !== undefined && { destinationCity: destination.city }),
  };
}

const sealedCrew = (day: DayVault, departureId: string, eventId: string, crew: CrewFacts): string =>
  day.sealText(eventKey(departureId, eventId), JSON.stringify(crew));
