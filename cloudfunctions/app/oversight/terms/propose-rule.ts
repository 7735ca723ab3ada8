import { newId } from '@tongcheng/shared/ids';
import type { proposeRule as endpoint } from '@tongcheng/shared/oversight/api';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import type { RuleChange, RuleProposal } from '@tongcheng/shared/venues/rule-proposal';
import type { Chance } from '../../../ports/chance';
import type { Clock } from '../../../ports/clock';
import type { DocumentStore } from '../../../ports/document-store';
import type { KeyService } from '../../../ports/key-service';
import { recordAccess } from '../../audit/record-access';
import type { UseCase } from '../../use-case';
import type { VenueOf } from '../../venues/cached-records';
import { changeTerms } from './change-city-terms';
import { proposalsOpenAt, refusalOfChange, ruleProposalMs } from './rule-change';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly keys: KeyService;
  readonly venueOf: VenueOf;
}

const maxProposals = 20;

/** proposes a change of the admission rules. Nothing holds until another official approved it. */
export const proposeRule: UseCase<typeof endpoint, Needs> = async (needs, caller, { city, change, reason }) => {
  if (!oversees(caller, cityScope(city))) return fail('city-unknown');
  if (change.kind === 'set' && change.rule.city !== city) return fail('city-unknown');
  const venueId = change.kind === 'set' ? change.rule.venueId : undefined;
  if (venueId !== undefined && (await needs.venueOf(venueId))?.city !== city) return fail('venue-unknown');
  const now = needs.clock.now();
  const proposal: RuleProposal = {
    proposalId: newId(now, needs.chance.bytes),
    ...{ change, reason, proposedBy: caller.officialId, proposedAt: now, expiresAt: now + ruleProposalMs },
  };
  const access = { who: caller.officialId, city, what: proposal.proposalId, reason: 'propose', counts: {} };
  const changed = await changeTerms(
    needs,
    city,
    (settings, terms) => {
      const refused = refusalOfChange(settings.admissionRules, change, now);
      if (refused) return { refused };
      if (!knowsPlaces(settings, change)) return { refused: 'place-set-unknown' as const };
      const open = proposalsOpenAt(terms.proposals, now);
      if (open.length >= maxProposals) return { refused: 'rule-proposals-limit' as const };
      return { ...terms, proposals: [...open, proposal] };
    },
    () => recordAccess(needs, { purpose: 'admission-rules', ...access }),
  );
  return 'refused' in changed ? fail(changed.refused) : ok(proposal);
};

/** B-08: a rule's set of places is one of the city, as it is now: what the second official approves is what holds. */
function knowsPlaces({ placeSets = [] }: CitySettings, change: RuleChange): boolean {
  if (change.kind === 'end' || !change.rule.places) return true;
  const named = JSON.stringify(change.rule.places);
  return placeSets.some((set) => JSON.stringify(set) === named);
}
