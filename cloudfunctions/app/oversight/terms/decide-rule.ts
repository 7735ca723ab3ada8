import type { decideRule as endpoint } from '@tongcheng/shared/oversight/api';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import type { Instant } from '@tongcheng/shared/time';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import type { Clock } from '../../../ports/clock';
import type { DocumentStore } from '../../../ports/document-store';
import type { KeyService } from '../../../ports/key-service';
import { recordAccess } from '../../audit/record-access';
import type { UseCase } from '../../use-case';
import type { CityTermsRecord } from '../../venues/records';
import { changeTerms, readTerms } from './change-city-terms';
import { isStillOpen, proposalsOpenAt, refusalOfChange, rulesAfter } from './rule-change';
import { rulesView } from './rules-view';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly keys: KeyService;
}

interface Decision {
  readonly proposalId: string;
  readonly approve: boolean;
  readonly by: string;
}

/** approves or rejects what another official proposed, or withdraws what one proposed oneself. An approved change holds at once, or from the time that it names. */
export const decideRule: UseCase<typeof endpoint, Needs> = async (needs, caller, { city, proposalId, approve }) => {
  if (!oversees(caller, cityScope(city))) return fail('city-unknown');
  const decision = { proposalId, approve, by: caller.officialId };
  const found = (await readTerms(needs, city)).proposals.find((each) => each.proposalId === proposalId);
  const refusing = found?.proposedBy === caller.officialId ? 'withdraw' : 'reject';
  const reason = approve ? 'approve' : refusing;
  const access = { who: caller.officialId, city, what: proposalId, reason, counts: {} };
  const changed = await changeTerms(
    needs,
    city,
    (settings, terms, now) => decided(settings, terms, now, decision),
    () => recordAccess(needs, { purpose: 'admission-rules', ...access }),
  );
  if ('refused' in changed) return fail(changed.refused);
  const { proposals } = await readTerms(needs, city);
  const open = proposalsOpenAt(proposals, needs.clock.now());
  return ok(
    await rulesView(needs.store, {
      city,
      rules: changed.admissionRules,
      proposals: open,
      placeSets: changed.placeSets,
    }),
  );
};

function decided(
  { admissionRules }: CitySettings,
  terms: CityTermsRecord,
  now: Instant,
  { proposalId, approve, by }: Decision,
) {
  const proposal = terms.proposals.find((each) => each.proposalId === proposalId);
  if (!proposal) return { refused: 'nothing-to-decide' as const };
  if (approve && proposal.proposedBy === by) return { refused: 'second-person-needed' as const };
  const proposals = terms.proposals.filter((each) => each !== proposal);
  if (!approve) return { ...terms, proposals };
  if (now >= proposal.expiresAt || !isStillOpen(proposal.change, now)) return { refused: 'proposal-expired' as const };
  const refused = refusalOfChange(admissionRules, proposal.change, proposal.proposedAt);
  if (refused && refused !== 'rule-retroactive') return { refused };
  return { ...terms, proposals, rules: [...rulesAfter(admissionRules, proposal.change, now)] };
}
