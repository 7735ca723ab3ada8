import { newId } from '@tongcheng/shared/ids';
import type { Meaning } from '@tongcheng/shared/rides/meanings';
import type { Text } from '@tongcheng/shared/text';
import { useState } from 'react';
import { type Phone, usePhone } from '../../client/phone';

/** The scan that is about to be corrected. */
export interface CorrectedScan {
  readonly city: string;
  readonly scanId: string;
  /** Of a member of the family. */
  readonly memberId?: string | undefined;
}

type Needs = Pick<Phone, 'clock' | 'randomBytes'> & { readonly rider: Pick<Phone['rider'], 'call'> };

/** Tells the service what a scan meant; undefined when it took it, else why not. One correction however often it is sent. */
async function sendCorrection(
  { rider, clock, randomBytes }: Needs,
  scan: CorrectedScan,
  meaning: Meaning,
): Promise<Text | undefined> {
  const bytes = await randomBytes(10);
  const correctionId = newId(clock.now(), () => bytes);
  const { city, scanId, memberId } = scan;
  const asked = { correctionId, meaning, city, scanId, ...(memberId !== undefined && { memberId }) };
  const first = await rider.call('rides.correct-meaning', asked);
  // An answer that was lost on the way is asked for once more; the same id is the same correction.
  const answer = first.ok || first.failure.retry !== 'later' ? first : await rider.call('rides.correct-meaning', asked);
  return answer.ok ? undefined : answer.failure;
}

/** Correcting on a screen: whether one is under way, and what stood in its way. */
export function useCorrection(scan: CorrectedScan, onCorrected: (meaning: Meaning) => void) {
  const phone = usePhone();
  const [busy, setBusy] = useState<Meaning>();
  const [trouble, setTrouble] = useState<Text>();
  const correct = async (meaning: Meaning) => {
    setTrouble(undefined);
    setBusy(meaning);
    const refused = await sendCorrection(phone, scan, meaning);
    setBusy(undefined);
    if (refused) return setTrouble(refused);
    onCorrected(meaning);
  };
  return { correct, busy, trouble };
}
