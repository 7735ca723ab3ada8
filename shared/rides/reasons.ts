import type { Text } from '../text';
import type { ReasonCode } from './meanings';
import { reasonTexts } from './reasons/texts';
import { nextStepTexts, type ReasonFacts, reasonWays } from './reasons/ways';
import type { NextStep, Reason } from './wire';

/** A reason in words, with its way on and, where there are two, the other one. Every code has both. */
export const reasonOf = (code: ReasonCode, facts: ReasonFacts): Reason => {
  const { next, alternative } = reasonWays(code, facts);
  const reason = { code, text: reasonTexts[code](facts), next: step(next) };
  return alternative === undefined ? reason : { ...reason, alternative: step(alternative) };
};

function step({ action, text }: { readonly action: NextStep['action']; readonly text?: Text }): NextStep {
  return { action, text: text ?? nextStepTexts[action] };
}
