import { CitySettings } from '@tongcheng/shared/venues/city-settings';
import { city } from './city-of-cases';

/** The city of the bench: what tracing takes of it is as shipped, but that it is switched on. */
export const settings = CitySettings.parse({
  ...{ city, name: { zh: '武汉', en: 'Wuhan' }, hotline: '027-81886666', rolloverHour: 3, retentionDays: 30 },
  ...{ cardKinds: [], modes: ['bus', 'metro', 'taxi'], notices: [], admissionRules: [] },
  rides: {
    repeatWithinSeconds: 120,
    longestRideMinutes: { bus: 120, metro: 180, brt: 120, tram: 120, taxi: 90, ferry: 60 },
    ...{ taxiIntervalMinutes: 30, lateAfterSeconds: 120, offlineDays: 3, fastestKmPerHour: 200, closedHours: [] },
  },
  reports: { formFromHour: 5, protection: 'none' },
  capabilities: { city: {}, tracing: {} },
});
