import type { Standing } from '@tongcheng/shared/identity/eligibility';
import { minuteMs } from '@tongcheng/shared/time';
import type { HealthStatus } from '../../../ports/health-status';
import { ProviderAway } from '../../../ports/provider-away';
import type { Vault } from '../../../vault/vault';
import { revoke } from '../../sessions/revocations';
import type { SessionNeeds } from '../../sessions/sessions';
import { changeAccount } from '../account/change-account';
import type { AccountRecord, Provider } from '../account-record';
import { standingOf } from './eligibility-of';

/** What asking for a status takes: the document, which the vault alone knows, and the source. */
export interface StandingNeeds extends SessionNeeds {
  readonly vault: Vault;
  readonly healthStatus: HealthStatus;
}

/** A status is asked for again after this long. */
const freshMs = 10 * minuteMs;

/** The account with a standing not older than ten minutes, where its source answers. */
export async function withFreshStanding(needs: StandingNeeds, account: AccountRecord): Promise<AccountRecord> {
  const isFresh = account.standingAt !== undefined && needs.clock.now() - account.standingAt < freshMs;
  return account.personId === undefined || isFresh ? account : askStanding(needs, account);
}

/**
 * Asks the source now and keeps its answer. When the source is away the known standing stays, with its own expiry; where
 * nothing is known it says `unavailable`, which refers to staff and never opens silently. The same answer writes nothing; an answer
 * about somebody who withdrew meanwhile is let go.
 */
export async function askStanding(needs: StandingNeeds, account: AccountRecord): Promise<AccountRecord> {
  const { personId } = account;
  if (personId === undefined) return account;
  const standing = await standingFromSource(needs, personId, account.provider);
  if (!standing) return account;
  const known = account.sealedStanding === undefined ? undefined : await standingOf(needs.vault, account);
  if (known && JSON.stringify(known) === JSON.stringify(standing)) return account;
  if (known && changesVerdicts(known, standing)) await revoke(needs, { about: account._id, effect: 'stale' });
  const sealedStanding = await needs.vault.sealFor(personId, account._id, JSON.stringify(standing));
  const standingAt = needs.clock.now();
  return changeAccount(needs.store, account._id, (held) =>
    held.personId === personId ? { ...held, sealedStanding, standingAt } : held,
  );
}

/** What the source says of a person now; undefined when it is away or the person was forgotten. */
export async function standingFromSource(
  needs: Pick<StandingNeeds, 'vault' | 'healthStatus'>,
  personId: string,
  channel: Provider,
): Promise<Standing | undefined> {
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
    if (fault instanceof ProviderAway) return undefined;
    throw fault;
  }
}

/** Whether tokens with the standing known until now could let somebody in, or keep somebody out, wrongly. */
const changesVerdicts = (known: Standing, next: Standing): boolean =>
  colourOf(known) !== colourOf(next) || testOf(known) !== testOf(next);

const colourOf = ({ status }: Standing) => (typeof status === 'object' ? status?.colour : status);
const testOf = ({ test }: Standing) => (typeof test === 'object' ? test?.result : test);
