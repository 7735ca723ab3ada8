import { fail, ok } from '@tongcheng/shared/result';
import type { AdmissionRule } from '@tongcheng/shared/venues/admission-rule';
import type { getCity as endpoint } from '@tongcheng/shared/venues/api';
import { capabilitiesOf } from '@tongcheng/shared/venues/capabilities';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { UseCase } from '../use-case';
import type { CityOf } from './cached-records';
import { cities } from './records';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly cityOf: CityOf;
  /** Version of the consent text in force; identity asks for consent anew when it changes. */
  readonly consentVersion: string;
  /** Only where the city is simulated. */
  readonly demonstrationPeopleUrl?: string;
}

/** Public settings of a city and the announcements that are shown now (W-31). */
export const getCity: UseCase<typeof endpoint, Needs> = async (needs, _caller, input) => {
  const code = input.city ?? (await firstCity(needs.store));
  const settings = code === undefined ? undefined : await needs.cityOf(code);
  if (!settings) return fail('city-unknown');
  const now = needs.clock.now();
  return ok({
    city: settings.city,
    name: settings.name,
    hotline: settings.hotline,
    ...(settings.entrances && { entrances: settings.entrances }),
    ...(settings.healthCode && { healthCode: settings.healthCode }),
    cardKinds: settings.cardKinds,
    modes: settings.modes,
    capabilities: [...capabilitiesOf(settings)],
    notices: settings.notices.filter(({ from, to }) => from <= now && now < to),
    consentVersion: needs.consentVersion,
    retentionDays: settings.retentionDays,
    guide: settings.guide,
    admissionRules: settings.admissionRules.filter(({ to }) => to === undefined || now < to).flatMap(perPlace),
    ...(needs.demonstrationPeopleUrl !== undefined && { demonstrationPeopleUrl: needs.demonstrationPeopleUrl }),
  });
};

/** A rule of a set of places as one rule of each: phones of earlier releases know no sets, and would take it for the whole city's. */
function perPlace({ places, ...rule }: AdmissionRule): readonly AdmissionRule[] {
  if (!places) return [rule];
  return [
    ...places.venueIds.map((venueId) => ({ ...rule, venueId })),
    ...places.lineIds.map((lineId) => ({ ...rule, lineId })),
  ];
}

async function firstCity(store: DocumentStore): Promise<string | undefined> {
  const { items } = await store.find(cities, { where: {}, limit: 1 });
  return items[0]?._id;
}
