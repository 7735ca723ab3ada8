import type { PassView } from '@tongcheng/shared/passes/wire';
import type { Instant } from '@tongcheng/shared/time';
import type { PassRecord } from './pass-record';

/** A pass as its holder sees it at an instant. */
export const passView = (
  {
    passId,
    issuedAt,
    endsAt,
    issuedBy,
    isRevoked,
  }: Pick<PassRecord, 'passId' | 'issuedAt' | 'endsAt' | 'issuedBy' | 'isRevoked'>,
  now: Instant,
): PassView => ({ passId, issuedAt, endsAt, issuedBy, state: stateOf(isRevoked === true, endsAt, now) });

function stateOf(isRevoked: boolean, endsAt: Instant, now: Instant): PassView['state'] {
  if (isRevoked) return 'revoked';
  return now < endsAt ? 'valid' : 'ended';
}
