import type { Text } from '@tongcheng/shared/text';
import { useState } from 'react';
import { usePhone } from '../../client/phone';
import { identityTap } from '../../platform/account/identity-tap';
import { registerTexts } from './texts/register-texts';

/** Asks the platform for its user's identity, and the service to take it over. */
export function useIdentityTap(): {
  readonly busy: boolean;
  /** Why it did not come about, in words that name the way on. */
  readonly trouble: Text | undefined;
  /** `guardian`: the rider is under fourteen, so that a guardian has to agree and to tap once more. */
  readonly tap: (guardian: boolean) => Promise<'done' | 'guardian' | 'not'>;
} {
  const { rider } = usePhone();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Text>();
  const bring = async (guardian: boolean) => {
    const tapped = (await identityTap?.()) ?? 'away';
    if (tapped === 'declined') return registerTexts.platformDeclined;
    if (tapped === 'away') return registerTexts.platformAway;
    const asked = { code: tapped.code, ...(guardian && { guardianConsent: true }) };
    const answer = await rider.call('identity.verify-identity-by-platform', asked);
    return answer.ok ? undefined : answer.failure;
  };
  const tap = async (guardian: boolean) => {
    setBusy(true);
    const failed = await bring(guardian);
    setBusy(false);
    const isGuardian = failed !== undefined && 'code' in failed && failed.code === 'guardian-consent-missing';
    setTrouble(isGuardian ? undefined : failed);
    if (isGuardian) return 'guardian';
    return failed ? 'not' : 'done';
  };
  return { busy, trouble, tap };
}
