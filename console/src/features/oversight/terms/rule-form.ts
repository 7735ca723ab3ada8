import { hourMs, type Instant } from '@tongcheng/shared/time';
import { plainText } from '@tongcheng/shared/typed-text';
import type { AdmissionRule } from '@tongcheng/shared/venues/admission-rule';
import { type Mode, modes } from '@tongcheng/shared/venues/kinds';
import type { PlaceSet } from '@tongcheng/shared/venues/place-set';
import type { Requirement } from '@tongcheng/shared/venues/requirements';
import type { RuleProposal } from '@tongcheng/shared/venues/rule-proposal';
import { draftsOf } from '../../../ui/drafts';
import { instantOf, wallTime } from '../../../ui/format';

/** What is open over the list of rules. */
export type OpenRule =
  | { readonly kind: 'set'; readonly rule: AdmissionRule | undefined }
  | { readonly kind: 'end'; readonly rule: AdmissionRule }
  | { readonly kind: 'history'; readonly rule: AdmissionRule }
  | { readonly kind: 'decide'; readonly proposal: RuleProposal; readonly approve: boolean };

/** In what the age of a test is counted: civil days are not so many times 24 hours. */
export const testUnits = ['days', 'hours'] as const;
export type TestUnit = (typeof testUnits)[number];

/** A rule as it is typed. */
export interface RuleForm {
  readonly ruleId: string;
  readonly mode: Mode | 'all';
  readonly lineId: string;
  readonly venueId: string;
  /** In place of a line or a venue. */
  readonly places: PlaceSet | undefined;
  readonly from: string;
  readonly to: string;
  readonly requires: readonly Requirement[];
  readonly testAge: string;
  readonly testUnit: TestUnit;
  readonly zh: string;
  readonly en: string;
  /** Why it is proposed. */
  readonly reason: string;
}

/** Rules that were begun and not proposed. */
export const ruleDrafts = draftsOf<RuleForm>('rule');

/** The form of a rule's next version, or of a new rule; it begins in an hour, so that there is time to approve it. */
export const formOf = (rule: AdmissionRule | undefined, now: Instant): RuleForm => ({
  ruleId: rule?.ruleId ?? '',
  mode: rule?.mode ?? 'all',
  lineId: rule?.lineId ?? '',
  venueId: rule?.venueId ?? '',
  places: rule?.places,
  from: wallTime(now + hourMs),
  to: rule?.to === undefined ? '' : wallTime(rule.to),
  requires: rule?.requires ?? ['identity'],
  testAge: String(rule?.testMaxAgeHours ?? rule?.testMaxAgeDays ?? 2),
  testUnit: rule?.testMaxAgeHours === undefined ? 'days' : 'hours',
  zh: rule?.text.zh ?? '',
  en: rule?.text.en ?? '',
  reason: '',
});

/** The rule that a form describes, as the next version of its id; undefined while something is missing or wrong. */
export function ruleOf(form: RuleForm, city: string, rules: readonly AdmissionRule[]): AdmissionRule | undefined {
  const [ruleId, lineId, venueId] = [form.ruleId, form.lineId, form.venueId].map((text) => plainText(text));
  const [zh, en] = [plainText(form.zh), plainText(form.en)];
  const [from, to] = [instantOf(form.from), form.to === '' ? undefined : instantOf(form.to)];
  const asksTest = form.requires.includes('negative-test');
  const isTestSaid = !asksTest || testAges[form.testUnit].test(form.testAge);
  if (!ruleId || !/^[a-z0-9-]{1,60}$/.test(ruleId) || zh === '' || en === '' || from === undefined || !isTestSaid)
    return undefined;
  if (form.to !== '' && (to === undefined || to <= from)) return undefined;
  const mode = modes.find((each) => each === form.mode);
  return {
    ...{ ruleId, version: nextVersionOf(ruleId, rules), city, from, requires: [...form.requires], text: { zh, en } },
    ...(to !== undefined && { to }),
    ...(mode !== undefined && { mode }),
    ...(lineId && { lineId }),
    ...(venueId && { venueId }),
    ...(form.places && { places: form.places }),
    ...(asksTest && testLimit(form)),
  };
}

/** Days 0 to 14, hours 1 to 168. */
const testAges: Readonly<Record<TestUnit, RegExp>> = {
  days: /^(?:\d|1[0-4])$/,
  hours: /^(?:[1-9]\d?|1[0-5]\d|16[0-8])$/,
};

const testLimit = ({ testAge, testUnit }: RuleForm) =>
  testUnit === 'hours' ? { testMaxAgeHours: Number(testAge) } : { testMaxAgeDays: Number(testAge) };

const nextVersionOf = (ruleId: string, rules: readonly AdmissionRule[]): number =>
  1 + Math.max(0, ...rules.filter((rule) => rule.ruleId === ruleId).map(({ version }) => version));
