import type { SignedPass } from '@tongcheng/shared/passes/wire';
import { useEffect, useState } from 'react';
import type { HolderKey } from '../../client/holder-key';
import { useAccount, useMustProve, usePhone, useRecord } from '../../client/phone';
import { passMark } from '../../client/session-record';
import { phoneNow } from '../../platform/device/clock';
import { forgetHolderKey, keptHolderKey } from '../../platform/device/holder-keys';
import { type HeldPass, heldPass, keptText, readKept, type TypedHolder } from './held-pass';

/** The pass at hand. */
interface AtHand {
  /** What was kept is still being read. */
  readonly reading: boolean;
  readonly held: HeldPass | undefined;
  /** Takes the place of the one at hand; whether it is in form and over this key. */
  readonly put: (signed: SignedPass, key: HolderKey, typed?: TypedHolder) => Promise<boolean>;
}

const markBytes = 12;

/**
 * The pass that this phone shows. That of a registered rider outlives the page until its check is over; that of typed identity goes with the page
 * (P-08). A sign-out takes away the mark without which nothing is read.
 */
export function useHeldPass(city: string): AtHand {
  const { records, randomBytes } = usePhone();
  const account = useAccount();
  const mustProve = useMustProve();
  const accountId = account?.authenticated && !mustProve ? account.accountId : undefined;
  const mark = useRecord(passMark);
  const [held, setHeld] = useState<HeldPass>();
  const [reading, setReading] = useState(mark !== '');
  useEffect(() => {
    if (mark === '') {
      setReading(false);
      return;
    }
    let isOpen = true;
    const read = async () => {
      const kept = await keptHolderKey();
      const said = kept && readKept(kept.text);
      const isOurs = said?.mark === mark && said.city === city && said.accountId === accountId;
      if (!isOpen) return;
      if (kept && said && isOurs) setHeld((before) => before ?? heldPass(said.signed, kept.key, said.aheadMs));
      setReading(false);
    };
    void read();
    return () => {
      isOpen = false;
    };
  }, [mark, city, accountId]);
  const wasKept = held !== undefined && held.typed === undefined;
  useEffect(() => {
    // Signed out, or the cache was cleared, while the page is open.
    if (wasKept && accountId === undefined) setHeld(undefined);
  }, [wasKept, accountId]);
  useEffect(() => {
    if (mark === '') void forgetHolderKey();
  }, [mark]);
  const put: AtHand['put'] = async (signed, key, typed) => {
    const next = heldPass(signed, key, { phoneNow: phoneNow() }, typed);
    if (!next) return false;
    setHeld(next);
    if (typed || accountId === undefined) return true;
    const fresh = Array.from(await randomBytes(markBytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
    const { aheadMs } = next;
    if (await key.keep(keptText({ mark: fresh, accountId, city, aheadMs, signed }))) records.write(passMark, fresh);
    return true;
  };
  return { reading, held, put };
}
