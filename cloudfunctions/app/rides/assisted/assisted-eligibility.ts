import { type Eligibility, unansweredEligibility } from '@tongcheng/shared/eligibility';
import type { AssistedScanInput } from '@tongcheng/shared/rides/assisted-scan';
import { hourMs, type Instant } from '@tongcheng/shared/time';
import type { HealthStatusSource } from '../../../ports/health-status';
import type { Vault } from '../../../vault/vault';
import { eligibilityFromSource } from '../../identity/eligibility/ask-eligibility';

interface Needs {
  readonly vault: Vault;
  readonly healthStatus: HealthStatusSource;
}

/** What was shown to staff holds for the verdict at hand, and is kept nowhere else. */
const shownStatusHoldsMs = hourMs;

/**
 * What is known of somebody whom staff register. The source is asked, by the channel that has the status (W-07: they chose none). What
 * was shown to staff (W-19) counts only where the source has no status that holds, or is away, and is named as its own source: a
 * known colour is never painted over (safety rule 7).
 */
export async function assistedEligibility(
  needs: Needs,
  personId: string,
  shown: AssistedScanInput['shown'],
  now: Instant,
): Promise<Eligibility> {
  const eligibility = await fromAnyChannel(needs, personId);
  if (!shown || holds(eligibility.status, now)) return eligibility;
  const { statusElsewhere: _, ...rest } = eligibility;
  const status = { colour: shown.colour, issuedAt: now, expiresAt: now + shownStatusHoldsMs, source: shown.proof };
  return { ...rest, status };
}

const holds = (status: Eligibility['status'], now: Instant): boolean =>
  status !== null && status !== 'unavailable' && now < status.expiresAt;

async function fromAnyChannel(needs: Needs, personId: string): Promise<Eligibility> {
  const eligibility = await eligibilityFromSource(needs, personId, 'web');
  if (eligibility?.statusElsewhere === undefined) return eligibility ?? unansweredEligibility;
  return (await eligibilityFromSource(needs, personId, eligibility.statusElsewhere)) ?? eligibility;
}
