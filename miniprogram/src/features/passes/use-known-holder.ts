import { useEffect, useState } from 'react';
import { useAccount, useMustProve, usePhone } from '../../client/phone';

/** A registered rider, as far as the phone knows them: masked. */
export interface KnownHolder {
  readonly name: string;
  readonly number: string;
  /** Only holders of a resident ID card get a pass (P-01). */
  readonly hasCard: boolean;
}

/** The rider of this session; undefined for whoever is not registered, not signed in, or has yet to prove whose account it is. */
export function useKnownHolder(): KnownHolder | undefined {
  const account = useAccount();
  const mustProve = useMustProve();
  if (!account?.authenticated || mustProve) return undefined;
  const { maskedName = '', maskedDocument = '', documentKind } = account;
  return { name: maskedName, number: maskedDocument, hasCard: documentKind === 'resident-id' };
}

/** Whether it is still being asked who the rider of this phone is: a page opened by a link comes before the silent sign-in. */
export function useAsksWho(): boolean {
  const { rider } = usePhone();
  const isKnown = useAccount() !== undefined;
  const [isAsking, setAsking] = useState(!isKnown);
  useEffect(() => {
    let isOpen = true;
    const answered = () => {
      if (isOpen) setAsking(false);
    };
    rider.ensure().then(answered, answered);
    return () => {
      isOpen = false;
    };
  }, [rider]);
  return isAsking && !isKnown;
}
