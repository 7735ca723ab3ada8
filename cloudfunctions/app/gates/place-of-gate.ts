import type { PlaceOfGate } from '@tongcheng/shared/gates/api';
import { chooseRule, realNameOnly } from '@tongcheng/shared/rides/choose-rule';
import { dayMs, type Instant, minuteMs } from '@tongcheng/shared/time';
import type { AdmissionRule } from '@tongcheng/shared/venues/admission-rule';
import { gateSettingsAt } from '@tongcheng/shared/venues/gate-settings';
import type { VenueRecord } from '../venues/records';
import type { RegisteredGate } from './gate-of';

/** Rules are told so far ahead: a gate without the network for days changes them at their time all the same. */
const aheadMs = 7 * dayMs;

/** What a gate must know of where it stands (B-07, B-08): its direction, the rules of its place by their dates, how old statuses may be, who passes unlinked. */
export function placeOfGate(
  { device, settings, gates }: RegisteredGate,
  venue: VenueRecord,
  now: Instant,
): PlaceOfGate {
  const { longestAgeMinutes, passingKinds } = gateSettingsAt(gates, venue._id);
  const { direction = directionOf(venue), lane } = device.place ?? {};
  return {
    venueId: venue._id,
    direction,
    ...(lane !== undefined && { lane }),
    rules: [...rulesFrom(settings.admissionRules, venue, now)],
    longestAgeMs: longestAgeMinutes * minuteMs,
    passingKinds: [...passingKinds],
    voices: ['zh', 'en'],
  };
}

/** A reader that nobody said more of stands at the door of its vehicle, or lets people in. */
const directionOf = ({ kind }: VenueRecord) => (['vehicle', 'carriage', 'ship'].includes(kind) ? 'boarding' : 'entry');

function rulesFrom(rules: readonly AdmissionRule[], venue: VenueRecord, now: Instant): PlaceOfGate['rules'] {
  const changes = rules
    .flatMap(({ from, to }) => (to === undefined ? [from] : [from, to]))
    .filter((at) => at > now && at < now + aheadMs);
  const instants = [now, ...[...new Set(changes)].sort((one, other) => one - other)];
  return instants
    .map((from) => ({ from, ...termsAt(rules, venue, from) }))
    .filter((each, index, all) => index === 0 || !isSameRule(each, all[index - 1]));
}

interface NamedRule {
  readonly ruleId?: string;
  readonly version?: number;
}

const isSameRule = (one: NamedRule, before: NamedRule | undefined): boolean =>
  one.ruleId === before?.ruleId && one.version === before?.version;

/** Where a city has set no rule, cards pass as they always did. */
function termsAt(rules: readonly AdmissionRule[], { city, mode, _id: venueId, lineId }: VenueRecord, at: Instant) {
  const place = { city, mode, venueId, ...(lineId !== undefined && { lineId }) };
  const { ruleId, version, requires, testMaxAgeDays, testMaxAgeHours } = chooseRule(rules, place, at);
  if (ruleId === realNameOnly(city).ruleId) return {};
  const terms = {
    requires,
    ...(testMaxAgeDays !== undefined && { testMaxAgeDays }),
    ...(testMaxAgeHours !== undefined && { testMaxAgeHours }),
  };
  return { ruleId, version, terms };
}
