import type { Eligibility, HealthTest } from '@tongcheng/shared/eligibility';
import { chooseRule, type RulePlace } from '@tongcheng/shared/rides/choose-rule';
import { decide } from '@tongcheng/shared/rides/decide';
import type { StatusColour } from '@tongcheng/shared/status-colours';
import type { Text } from '@tongcheng/shared/text';
import { dayMs, hourMs, type Instant } from '@tongcheng/shared/time';
import type { AdmissionRule } from '@tongcheng/shared/venues/admission-rule';
import type { RuleChange } from '@tongcheng/shared/venues/rule-proposal';
import { type Face, faceOf } from '../../../ui/face';
import type { sampleRiderTexts } from './terms-texts';

type SampleRider = keyof typeof sampleRiderTexts;

/** What one kind of rider gets before and after a change. */
interface PreviewLine {
  readonly rider: SampleRider;
  readonly before: Face;
  readonly after: Face;
}

/** What a change comes to: who may ride, and the words of the rule that holds then. */
interface Preview {
  readonly told: Text;
  readonly lines: readonly PreviewLine[];
}

/** Who may ride where a change takes effect, as things stand and with it: by the very functions that give verdicts. */
export function previewChange(rules: readonly AdmissionRule[], change: RuleChange): Preview | undefined {
  const ruleId = change.kind === 'set' ? change.rule.ruleId : change.ruleId;
  const changed = change.kind === 'set' ? change.rule : rules.findLast((rule) => rule.ruleId === ruleId);
  if (!changed) return undefined;
  const at = change.kind === 'set' ? change.rule.from : change.at;
  const others = rules.filter((rule) => rule.ruleId !== ruleId);
  const held = chooseRule(rules, placeOf(changed), at);
  const then = chooseRule(change.kind === 'set' ? [...others, changed] : others, placeOf(changed), at);
  const lines = sampleRiders(at).map(([rider, eligibility]) => ({
    rider,
    before: faceUnder(held, eligibility, at),
    after: faceUnder(then, eligibility, at),
  }));
  return { told: change.kind === 'set' ? changed.text : then.text, lines };
}

const placeOf = ({ city, mode = 'bus', places, ...rule }: AdmissionRule): RulePlace => {
  const venueId = rule.venueId ?? places?.venueIds[0] ?? '';
  const lineId = rule.lineId ?? places?.lineIds[0];
  return { ...{ city, mode, venueId }, ...(lineId !== undefined && { lineId }) };
};

function faceUnder(rule: AdmissionRule, eligibility: Eligibility, at: Instant): Face {
  const { decision, reasons } = decide(rule, { ...eligibility, code: 'valid' }, at);
  return faceOf({ decision, reasons: reasons.map((code) => ({ code })) });
}

function sampleRiders(at: Instant): readonly (readonly [SampleRider, Eligibility])[] {
  const verified = (colour: StatusColour | undefined, test: HealthTest | null): Eligibility => ({
    identity: true,
    status: colour === undefined ? null : { colour, issuedAt: at - hourMs, expiresAt: at + dayMs, source: 'preview' },
    test,
  });
  const negative = (daysAgo: number): HealthTest => ({ result: 'negative', takenAt: at - daysAgo * dayMs });
  return [
    ['unverified', { identity: false, status: null, test: null }],
    ['green', verified('green', negative(0))],
    ['greenOld', verified('green', negative(5))],
    ['greenNone', verified('green', null)],
    ['grey', verified(undefined, null)],
    ['yellow', verified('yellow', negative(0))],
    ['red', verified('red', negative(0))],
  ];
}
