import { useEffect } from 'react';
import { useAccount, usePhone } from '../../client/phone';
import type { PhoneRecord } from '../../client/records';

const leftRecord: PhoneRecord<boolean> = {
  key: 'card-step-left',
  empty: false,
  is: (value): value is boolean => typeof value === 'boolean',
};

/**
 * Whether the last step of registration was left in this run of the app. Browsers keep its address: Back shall not bring anybody there
 * again, where going on would register the scanned code once more. A new registration begins anew.
 */
export function useCardStepLeft(): { readonly isLeft: () => boolean; readonly leave: () => void } {
  const { memory } = usePhone();
  const isVerified = useAccount()?.authenticated === true;
  useEffect(() => {
    if (!isVerified) memory.write(leftRecord, false);
  }, [memory, isVerified]);
  return {
    isLeft: () => isVerified && memory.read(leftRecord),
    leave: () => memory.write(leftRecord, true),
  };
}
