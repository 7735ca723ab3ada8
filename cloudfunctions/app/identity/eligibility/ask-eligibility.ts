import type { Channel } from '@tongcheng/shared/caller';
import type { Eligibility } from '@tongcheng/shared/eligibility';
import { minuteMs } from '@tongcheng/shared/time';
import type { HealthStatusSource } from '../../../ports/health-status';
import { ServiceUnavailable } from '../../../ports/service-unavailable';
import type { Vault } from '../../../vault/vault';
import { revoke } from '../../sessions/revocations';
import type { SessionNeeds } from '../../sessions/session-record';
import { changeAccount } from '../account/change-account';
import { type AccountRecord, ridesAs } from '../account-record';
import { readEligibility, sealEligibility } from './eligibility-of';

/** What asking for a status takes: the document, which the vault alone knows, and the source. */
export interface EligibilityNeeds extends SessionNeeds {
  readonly vault: Vault;
  readonly healthStatus: HealthStatusSource;
}

/** A status is asked for again after this long. */
const freshMs = 10 * minuteMs;

/** The account with an eligibility not older than ten minutes and whole by today's form, where its source answers. */
export async function withFreshEligibility(needs: EligibilityNeeds, account: AccountRecord): Promise<AccountRecord> {
  if (ridesAs(account) === undefined) return account;
  const { isCurrent, askedAt } = await readEligibility(needs.vault, account);
  const isFresh = askedAt !== undefined && needs.clock.now() - askedAt < freshMs;
  return isFresh && isCurrent ? account : askEligibility(needs, account);
}

/**
 * Asks the source now and keeps its answer. When the source is away the known eligibility stays, with its own expiry; where
 * nothing is known it says `unavailable`, which refers to staff and never opens silently. The same answer writes nothing; an answer
 * about somebody who withdrew meanwhile is let go.
 */
export async function askEligibility(needs: EligibilityNeeds, account: AccountRecord): Promise<AccountRecord> {
  const personId = ridesAs(account);
  if (personId === undefined) return account;
  const eligibility = await eligibilityFromSource(needs, personId, account.provider);
  if (!eligibility) return account;
  const known = account.sealedStanding === undefined ? undefined : await readEligibility(needs.vault, account);
  if (known?.isCurrent && JSON.stringify(known.value) === JSON.stringify(eligibility)) return account;
  if (known && changesVerdicts(known.value, eligibility)) await revoke(needs, { about: account._id, effect: 'stale' });
  const sealedStanding = await sealEligibility(needs, personId, account._id, eligibility);
  return changeAccount(needs.store, account._id, (held) =>
    ridesAs(held) === personId ? { ...held, sealedStanding } : held,
  );
}

/** What the source says of a person now; undefined when it is away or the person was forgotten. */
export async function eligibilityFromSource(
  needs: Pick<EligibilityNeeds, 'vault' | 'healthStatus'>,
  personId: string,
  channel: Channel,
): Promise<Eligibility | undefined> {
  const facts = (await needs.vault.reveal([personId], 'status-query')).get(personId);
  if (!facts) return undefined;
  const { documentKind, documentNumber } = facts;
  try {
    const { status, elsewhere, test } = await needs.healthStatus.of({
      documentKind,
      documentNumber,
      channel,
    });
    return { identity: true, status, test, ...(elsewhere === undefined ? {} : { statusElsewhere: elsewhere }) };
  } catch (fault) {
    if (fault instanceof ServiceUnavailable) return undefined;
    throw fault;
  }
}

/** Whether tokens with the eligibility known until now could let somebody in, or keep somebody out, wrongly. */
const changesVerdicts = (known: Eligibility, next: Eligibility): boolean =>
  colourOf(known) !== colourOf(next) || testOf(known) !== testOf(next);

const colourOf = ({ status }: Eligibility) => (typeof status === 'object' ? status?.colour : status);
const testOf = ({ test }: Eligibility) => (typeof test === 'object' ? test?.result : test);
