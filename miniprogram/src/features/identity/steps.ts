import { needsGuardian } from '@tongcheng/shared/identity/age';
import { consentIsGiven, consentIsOutdated } from '@tongcheng/shared/identity/consent';
import { checkDocument } from '@tongcheng/shared/identity/documents/check-document';
import type { AccountView } from '@tongcheng/shared/identity/wire';
import type { Day } from '@tongcheng/shared/time';
import { refusalOf } from './check-step';
import type { Draft } from './draft';

/**
 * Steps of a first registration, in their order. The platform's comes only where it hands identities over, the guardian's only where it
 * is needed; the card may be skipped.
 */
export const stepNames = ['consent', 'platform', 'kind', 'number', 'name', 'phone', 'guardian', 'card'] as const;
export type StepName = (typeof stepNames)[number];

/** What decides which steps there are and which are done. */
export interface StepFacts {
  readonly account: AccountView | undefined;
  readonly draft: Draft;
  readonly today: Day;
  /** Whether the platform hands over who its user is, by one tap (W-02). */
  readonly offersTap: boolean;
}

/** Whether the draft is of someone who needs a guardian's consent, as far as the number tells. */
export function asksGuardian({ draft, today }: Pick<StepFacts, 'draft' | 'today'>): boolean {
  if (draft.kind === undefined) return false;
  const checked = checkDocument(draft.kind, draft.number, today);
  return checked.valid && needsGuardian(draft.kind, checked.stored, today);
}

/** The steps of this person. */
export function stepsOf(facts: StepFacts): readonly StepName[] {
  if (consentIsOutdated(facts.account)) return ['consent'];
  const typed = !facts.offersTap || facts.draft.byForm;
  return stepNames.filter((name) => {
    if (name === 'guardian') return facts.draft.guardian || asksGuardian(facts);
    if (name === 'platform') return facts.offersTap;
    return typed || name === 'consent' || name === 'card';
  });
}

/** The step after one; undefined after the last. */
export const stepAfter = (facts: StepFacts, name: StepName): StepName | undefined => {
  const steps = stepsOf(facts);
  return steps[steps.indexOf(name) + 1];
};

/** The earliest step that is still open: where someone belongs who opens a later one by its address. */
export function openStep(facts: StepFacts): StepName {
  const { account, draft, today, offersTap } = facts;
  if (consentIsOutdated(account)) return 'consent';
  if (account?.authenticated) return 'card';
  if (!consentIsGiven(account)) return 'consent';
  if (offersTap && !draft.byForm) return 'platform';
  if (draft.kind === undefined) return 'kind';
  if (refusalOf('number', draft, today)) return 'number';
  if (refusalOf('name', draft, today)) return 'name';
  return refusalOf('phone', draft, today) || !asksGuardian(facts) ? 'phone' : 'guardian';
}

/** Whether a step may be shown now: nothing before it is open. */
export function canShowStep(facts: StepFacts, name: StepName): boolean {
  const open = openStep(facts);
  if (name === 'platform' && !facts.offersTap) return false;
  return stepNames.indexOf(name) <= stepNames.indexOf(open) && (name === 'card') === (open === 'card');
}

/** Where a refusal of the service is mended. */
export const stepOfFailure = (code: string): StepName | undefined => {
  const places: Readonly<Record<string, StepName>> = {
    'consent-missing': 'consent',
    'consent-outdated': 'consent',
    'name-refused': 'name',
    'document-refused': 'number',
    'phone-refused': 'phone',
    'guardian-consent-missing': 'guardian',
    'already-authenticated': 'card',
  };
  return places[code];
};
