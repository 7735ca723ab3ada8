import type { ArrivedFailure } from '@tongcheng/shared/client';
import { useState } from 'react';
import { usePhone } from '../../client/phone';
import { type Draft, forgetDraft } from './draft';

/** Sends the draft to the real-name check. */
export function useVerifyIdentity(): {
  readonly busy: boolean;
  readonly failure: ArrivedFailure<string> | undefined;
  /** Whether the person is authenticated now, or the code of the refusal. */
  readonly send: (draft: Draft) => Promise<'done' | ArrivedFailure<string>>;
} {
  const { rider } = usePhone();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ArrivedFailure<string>>();
  const send = async (draft: Draft) => {
    setBusy(true);
    const answer = await rider.call('identity.authenticate', {
      name: draft.name,
      documentKind: draft.kind ?? 'other',
      documentNumber: draft.number,
      phone: draft.phone,
      ...(draft.guardian && { guardianConsent: true }),
    });
    setBusy(false);
    setFailure(answer.ok ? undefined : answer.failure);
    if (!answer.ok) return answer.failure;
    forgetDraft();
    return 'done';
  };
  return { busy, failure, send };
}
