import { isMailAddress, lookalikeIn, lookalikeName } from '@tongcheng/shared/reports/address';
import type { proposeRecipient as endpoint } from '@tongcheng/shared/reports/api';
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
}

/** Proposes a recipient, also one that was removed before; another official has to approve. */
export const proposeRecipient: UseCase<typeof endpoint, Needs> = async (needs, caller, input) => {
  const { city, level = 'city', form, reason, subjects } = input;
  const scope = { level, code: city };
  if (!oversees(caller, scope) || !(await scopeOf(needs, scope))) return fail('city-unknown');
  const address = plainText(input.address);
  if (!isMailAddress(address)) return fail('address-refused');
  const lookalike = lookalikeIn(address);
  if (lookalike !== undefined) return fail('address-lookalike', { character: lookalikeName(lookalike) });
  const proposed: RecipientRecord = {
    _id: recipientIdOf(scope, address),
    ...{ city, address, form, reason },
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

/** Nobody decided in time: it may be proposed anew. */
const isOver = (recipient: RecipientRecord, now: Instant): boolean =>
  recipient.state === 'proposed' && now - recipient.proposedAt > proposalMs;
