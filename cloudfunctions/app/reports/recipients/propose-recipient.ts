import { isMailAddress, isWechatAccount, lookalikeIn, lookalikeName } from '@tongcheng/shared/reports/address';
import type { proposeRecipient as endpoint } from '@tongcheng/shared/reports/api';
import type { RecipientMedium } from '@tongcheng/shared/reports/wire';
import { fail, ok } from '@tongcheng/shared/result';
import { oversees } from '@tongcheng/shared/scope';
import type { Instant } from '@tongcheng/shared/time';
import { plainText } from '@tongcheng/shared/typed-text';
import type { Clock } from '../../../ports/clock';
import type { DocumentStore } from '../../../ports/document-store';
import type { KeyService } from '../../../ports/key-service';
import type { UseCase } from '../../use-case';
import { type ScopeNeeds, scopeOf } from '../../venues/scope-of';
import { type RecipientRecord, recipients } from '../records';
import { recipientRow } from '../rows';
import { changeRecipient, recordChange } from './change-recipient';
import { proposalMs } from './proposal';
import { recipientIdOf } from './recipients-of';

interface Needs extends ScopeNeeds {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly keys: KeyService;
  /** What this installation can send to. */
  readonly recipientMedia: readonly RecipientMedium[];
}

/** Proposes a recipient, also one that was removed before; another official has to approve. */
export const proposeRecipient: UseCase<typeof endpoint, Needs> = async (needs, caller, input) => {
  const { city, level = 'city', medium = 'mail', form, reason, subjects } = input;
  const scope = { level, code: city };
  if (!oversees(caller, scope) || !(await scopeOf(needs, scope))) return fail('city-unknown');
  if (!needs.recipientMedia.includes(medium)) return fail('medium-unavailable');
  const address = plainText(input.address);
  const refused = medium === 'wechat' ? accountRefused(address) : addressRefused(address);
  if (refused) return refused;
  const proposed: RecipientRecord = {
    _id: recipientIdOf(scope, address, medium),
    ...{ city, address, form, reason },
    ...(medium !== 'mail' && { medium }),
    ...(level !== 'city' && { level }),
    ...(subjects !== undefined && { subjects }),
    state: 'proposed',
    proposedBy: caller.officialId,
    proposedAt: needs.clock.now(),
    askAt: 0,
    askAttempts: 0,
  };
  const change = { who: caller.officialId, reason: 'propose' };
  const known = await needs.store.get(recipients, proposed._id);
  if (!known) await recordChange(needs, proposed, change);
  if (!known && (await needs.store.insert(recipients, proposed)) === 'inserted') return ok(recipientRow(proposed));
  const again = await changeRecipient(needs, proposed._id, change, (found) =>
    found.state === 'removed' || isOver(found, proposed.proposedAt) ? proposed : undefined,
  );
  return again ? ok(recipientRow(again)) : fail('recipient-exists');
};

const accountRefused = (address: string) => (isWechatAccount(address) ? undefined : fail('account-refused'));

function addressRefused(address: string) {
  if (!isMailAddress(address)) return fail('address-refused');
  const lookalike = lookalikeIn(address);
  return lookalike === undefined ? undefined : fail('address-lookalike', { character: lookalikeName(lookalike) });
}

/** Nobody decided in time: it may be proposed anew. */
const isOver = (recipient: RecipientRecord, now: Instant): boolean =>
  recipient.state === 'proposed' && now - recipient.proposedAt > proposalMs;
