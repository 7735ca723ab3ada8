import { eventKey, type OpenedDetails } from '@tongcheng/cloudfunctions/app/coaches/departure-event-record';
import { eventRecord, type NewEvent, recordEvents } from '@tongcheng/cloudfunctions/app/coaches/record-event';
import { type RecipientRecord, recipients } from '@tongcheng/cloudfunctions/app/reports/records';
import { cities } from '@tongcheng/cloudfunctions/app/venues/records';
import type { DayVault } from '@tongcheng/cloudfunctions/vault/vault';
import type { Registered, RegistrationSource } from '@tongcheng/shared/coaches/events';
import type { Place } from '@tongcheng/shared/coaches/wire';
import { newId } from '@tongcheng/shared/ids';
import { CitySettings } from '@tongcheng/shared/venues/city-settings';
import { seededChance } from '../world/chance';
import { townSettings } from '../world/installation';
import { aCity } from '../world/records';
import { city, day, openReportInstallation, type ReportInstallation } from '../world/report-installation';
import { clock } from '../world/ride-settings';

const { bytes } = seededChance('coach report');
/** The other city. */
export const elsewhere = '420500';
/** Settings of a city that has coaches and no rides. */
export const settingsOf = (code: string, coaches: object = {}) =>
  CitySettings.parse({ ...townSettings, city: code, rolloverHour: 0, capabilities: { coaches } });

/** Two cities with coaches, each with a recipient of their report. */
export async function openCoaches(coaches: object = {}): Promise<ReportInstallation> {
  const house = await openReportInstallation();
  const stored = await house.store.get(cities, city);
  if (!stored) throw new Error('no city');
  await house.store.update(cities, aCity(settingsOf(city, coaches)), stored._v);
  await house.store.insert(cities, aCity(settingsOf(elsewhere)));
  for (const code of [city, elsewhere]) await house.store.insert(recipients, coachRecipient(code));
  return house;
}

/** Whoever gets a city's reports of coaches, masked. */
export const coachRecipient = (code: string): RecipientRecord => ({
  ...{
    _id: `${code}-x`,
    city: code,
    address: `bureau@${code}.example`,
    form: 'masked',
    subjects: ['coaches'],
    state: 'confirmed',
  },
  ...{ confirmedAt: 0, activeFrom: 0, proposedBy: 'x', proposedAt: 0, reason: '', askAt: 0, askAttempts: 0 },
});

/** Where departures are told: any installation. */
type Told = Pick<ReportInstallation, 'store'> & { readonly needs: Pick<ReportInstallation['needs'], 'vault'> };

const dayVault = async (house: Told, code: string): Promise<DayVault> => {
  const found = await house.needs.vault.day(code, day, 'coach');
  if (!found) throw new Error('no key of the day');
  return found;
};

type Event = NewEvent['event'];

const noStops: readonly Place[] = [];

interface Departing {
  readonly at?: string;
  readonly aboard?: number;
  readonly plate?: string;
  readonly stops?: readonly Place[];
  /** What its crew said otherwise of it. */
  readonly details?: Partial<OpenedDetails>;
}

/** A departure of the day as phones tell of it; whatever is told is recorded at `recordedAt`. */
export async function departureFrom(
  house: Told,
  from: string,
  to: string,
  { at = '14:20:00', aboard = 2, plate = '鄂A12345', stops = noStops, details = {} }: Departing = {},
) {
  const vault = await dayVault(house, from);
  const departsAt = clock(at, day);
  const departureId = newId(departsAt, bytes);
  const record = async (event: Event, recordedAt: number, more: Partial<NewEvent> = {}) => {
    const told = eventRecord(vault, { city: from, departureId, recordedAt, event, sent: event, ...more });
    expect(await recordEvents(house.store, [told])).toEqual(['recorded']);
  };
  const by = 'o:crew';
  const told = (recordedAt: number) => ({ eventId: newId(recordedAt, bytes), at: recordedAt, by });
  return {
    departureId,
    open: (recordedAt = departsAt) =>
      record(
        {
          kind: 'opened',
          eventId: departureId,
          at: recordedAt,
          by,
          departsAt,
          aboard,
          coach: vault.pseudonym(`coach:${plate}`),
        },
        recordedAt,
        {
          details: {
            service: 'line',
            serviceNumber: 'K7',
            origin: { name: '甲站', city: from },
            destination: { name: '乙站', city: to },
            stops,
            ...details,
          },
          destinationCity: to,
          sealed: vault.sealText(
            eventKey(departureId, departureId),
            JSON.stringify({ plate, driver: { name: '司机甲', phone: '13900000009' } }),
          ),
        },
      ),
    register: async (
      number: number,
      recordedAt = departsAt,
      source: RegistrationSource = 'typed',
      leg: Pick<Registered, 'boardsAt' | 'alightsAt' | 'offRoute'> = {},
    ) => {
      const eventId = newId(recordedAt, bytes);
      const facts = {
        name: `演示${number}`,
        documentKind: 'passport',
        documentNumber: `E8000000${number}`,
        phone: number === 9 ? '' : `1390000000${number}`,
      } as const;
      const passenger = vault.pseudonym(house.needs.vault.subjectOf(facts.documentKind, facts.documentNumber));
      const sealed = vault.sealFacts(eventKey(departureId, eventId), facts);
      await record(
        { kind: 'registered', eventId, at: recordedAt, by: 'account', passenger, source, seat: `${number}`, ...leg },
        recordedAt,
        { sealed },
      );
      return { passenger, eventId };
    },
    tell: (kind: 'departed' | 'arrived' | 'closed', recordedAt: number) =>
      record({ kind, ...told(recordedAt) }, recordedAt),
    see: (kind: 'present' | 'absent', passenger: string, recordedAt: number) =>
      record({ kind, passenger, ...told(recordedAt) }, recordedAt),
  };
}
