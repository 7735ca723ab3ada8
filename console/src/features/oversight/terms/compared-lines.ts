import type { Text } from '@tongcheng/shared/text';
import { formatInstant, type Instant } from '@tongcheng/shared/time';
import type { AdmissionRule } from '@tongcheng/shared/venues/admission-rule';
import type { PlaceSet } from '@tongcheng/shared/venues/place-set';
import type { RuleChange } from '@tongcheng/shared/venues/rule-proposal';
import type { Announcement } from '@tongcheng/shared/venues/wire';
import type { Say } from '../../../ui/language';
import { modeTexts } from '../../../ui/mode-texts';
import { venueLine } from '../../../ui/venue-line';
import type { ComparedLine } from './comparison';
import type { RuleWords } from './rule-words';
import { announcementTexts, requirementTexts, ruleTexts, termsTexts } from './terms-texts';

const shown = (at: Instant) => formatInstant(at, 'YYYY-MM-DD HH:mm');

/** A set of places with how many it names. */
export const placeSetText = ({ name, venueIds, lineIds }: PlaceSet, say: Say): string =>
  say(ruleTexts.placeSetCounted, { name: say(name), venues: venueIds.length, lines: lineIds.length });

/** Where a rule holds, in words. */
export const placeText = ({ mode, lineId, venueId, places }: AdmissionRule, { say, named }: RuleWords): string => {
  const line = named.lines.find((each) => each.lineId === lineId);
  const venue = named.venues.find((each) => each.venueId === venueId);
  const parts = [
    mode === undefined ? undefined : say(modeTexts[mode]),
    line ? say(line.name) : lineId,
    venue ? venueLine(venue, say) : venueId,
    places && placeSetText(places, say),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? say(ruleTexts.wholeCity) : parts.join(' · ');
};

/** What riders read, in both languages whatever the reader's is. */
const toldLines = ({ text }: Pick<Announcement, 'text'>): readonly ComparedLine[] => [
  { key: 'zh', name: termsTexts.zh, value: text.zh },
  { key: 'en', name: termsTexts.en, value: text.en },
];

/** How old a test may be by a rule, in words; undefined where the rule says nothing of it. */
export const testAgeText = ({ testMaxAgeDays, testMaxAgeHours }: AdmissionRule, say: Say): string | undefined => {
  if (testMaxAgeHours !== undefined) return say(ruleTexts.hours, { hours: testMaxAgeHours });
  return testMaxAgeDays === undefined ? undefined : say(ruleTexts.days, { days: testMaxAgeDays });
};

/** A rule line by line: each requirement is one of its own. */
export const linesOfRule = (rule: AdmissionRule | undefined, words: RuleWords): readonly ComparedLine[] => {
  if (!rule) return [];
  const { say } = words;
  const { requires, from, to } = rule;
  const age = testAgeText(rule, say);
  return [
    { key: 'where', name: ruleTexts.where, value: placeText(rule, words) },
    ...requires.map((each) => ({ key: each, name: ruleTexts.requires, value: say(requirementTexts[each]) })),
    ...(age === undefined ? [] : [{ key: 'test-age', name: ruleTexts.testAgeShort, value: age }]),
    ...toldLines(rule),
    { key: 'from', name: termsTexts.begins, value: shown(from) },
    ...(to === undefined ? [] : [{ key: 'to', name: termsTexts.ends, value: shown(to) }]),
  ];
};

/** An announcement line by line: each mode is one of its own. */
export const linesOfAnnouncement = (announcement: Announcement | undefined, say: Say): readonly ComparedLine[] => {
  if (!announcement) return [];
  const { modes, from, to } = announcement;
  return [
    ...toldLines(announcement),
    ...modes.map((mode) => ({ key: mode, name: announcementTexts.modes, value: say(modeTexts[mode]) })),
    { key: 'from', name: termsTexts.begins, value: shown(from) },
    { key: 'to', name: termsTexts.ends, value: shown(to) },
  ];
};

/** The rule that a change is about as it holds now, and as it would be. An end takes nothing away but the time after it. */
export const sidesOf = (rules: readonly AdmissionRule[], change: RuleChange, words: RuleWords) => {
  const ruleId = change.kind === 'set' ? change.rule.ruleId : change.ruleId;
  const held = rules.findLast((rule) => rule.ruleId === ruleId);
  const then = change.kind === 'set' ? change.rule : held && { ...held, to: change.at };
  return { before: linesOfRule(held, words), after: linesOfRule(then, words) };
};

/** The versions of a rule that the city keeps, the latest first. */
export const ruleVersionsOf = (rules: readonly AdmissionRule[], ruleId: string): readonly AdmissionRule[] =>
  rules
    .filter((rule) => rule.ruleId === ruleId)
    .toSorted((one, other) => other.version - one.version || other.from - one.from);

/** What people know a rule by: what its latest version tells riders; its id where no version is kept. */
export const nameOfRule = (rules: readonly AdmissionRule[], ruleId: string): Text => {
  const [latest] = ruleVersionsOf(rules, ruleId);
  return latest?.text ?? { zh: ruleId, en: ruleId };
};
