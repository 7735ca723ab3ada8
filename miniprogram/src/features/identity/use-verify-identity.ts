import type { ArrivedFailure } from '@tongcheng/shared/client';
import { useMutation } from '../../client/use-mutation';
import { type Draft, useDraft } from './draft';

/** Sends the draft to the real-name check. */
export function useVerifyIdentity(): {
  readonly busy: boolean;
  readonly failure: ArrivedFailure<string> | undefined;
  /** Whether the person is authenticated now, or the code of the refusal. */
  readonly send: (draft: Draft) => Promise<'done' | ArrivedFailure<string>>;
} {
  const { busy, failure, send: mutate } = useMutation();
  const { forget } = useDraft();
  const send = async (draft: Draft) => {
    const answer = await mutate((rider) =>
      rider.call('identity.verify-identity', {
        name: draft.name,
        documentKind: draft.kind ?? 'other',
        documentNumber: draft.number,
        phone: draft.phone,
        ...(draft.guardian && { guardianConsent: true }),
      }),
    );
    if (!answer.ok) return answer.failure;
    forget();
    return 'done';
  };
  return { busy, failure, send };
}
