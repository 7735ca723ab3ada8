import { cardFailures } from '@tongcheng/shared/cards/failures';
import type { LinkFailure, LinkOutcome } from '@tongcheng/shared/cards/partner-api';
import { identityFailures } from '@tongcheng/shared/identity/failures';
import type { Result } from '@tongcheng/shared/result';
import { venueFailures } from '@tongcheng/shared/venues/failures';

const texts = { ...venueFailures, ...identityFailures, ...cardFailures };

/** The answer to one card of a batch, with the text of its refusal. */
export function linkAnswer(
  { kind, number, version }: { readonly kind: string; readonly number: string; readonly version: number },
  came: Result<LinkOutcome, LinkFailure>,
) {
  if (came.ok) return { ok: true as const, kind, number, version, outcome: came.value };
  const { code } = came.failure;
  const { zh, en } = texts[code];
  return { ok: false as const, kind, number, version, failure: { code, zh, en } };
}
