import type { Instant } from '@tongcheng/shared/time';
import type { AdmissionRule } from '@tongcheng/shared/venues/admission-rule';
import type { Clock } from '../../ports/clock';
import { collection, type DocumentStore } from '../../ports/document-store';

/** a version of an admission rule as it first held. Never changed: verdicts of the past are replayed under it. */
export interface RuleVersionRecord {
  /** `${city}.${version}.${ruleId}` */
  readonly _id: string;
  readonly city: string;
  readonly rule: AdmissionRule;
  readonly keptAt: Instant;
}
export const ruleVersions = collection<RuleVersionRecord>()({
  name: 'rule-versions',
  keep: { until: 'never', because: 'verdicts of the past rest on them' },
  belongs: { to: 'nobody' },
  indexes: [['city']],
});

/** The id of a rule's version in a city. */
export const ruleVersionId = ({ city, ruleId, version }: Pick<AdmissionRule, 'city' | 'ruleId' | 'version'>): string =>
  `${city}.${version}.${ruleId}`;

/** Keeps rules as they hold now, each version once: who changes what a rule says gives it a new version. */
export async function keepRuleVersions(
  { store, clock }: { readonly store: DocumentStore; readonly clock: Clock },
  rules: readonly AdmissionRule[],
): Promise<void> {
  const keptAt = clock.now();
  const records = rules.map((rule) => ({ _id: ruleVersionId(rule), city: rule.city, rule, keptAt }));
  if (records.length > 0) await store.insertMany(ruleVersions, records);
}
