import type { RiderCaller } from '@tongcheng/shared/caller';
import { type AttemptNeeds, returnAttempt, takeAttempt } from '../identity/attempts/take-attempt';

/** Checks a day that came to nothing, of an account and about a document: each is paid for, and a stranger's face is not to be tried for long. */
const failedADay = { account: 10, document: 10 };

/** Counts a check before it is begun; one that is passed is given back, since viewing a pass costs nothing. */
export function checkAttempts(needs: AttemptNeeds, { accountId }: Pick<RiderCaller, 'accountId'>, subject: string) {
  const counted = [
    { what: `pass-check.${accountId}`, max: failedADay.account },
    { what: `pass-check-of.${subject}`, max: failedADay.document },
  ];
  return {
    take: async (): Promise<boolean> => {
      for (const { what, max } of counted) if (!(await takeAttempt(needs, what, max))) return false;
      return true;
    },
    giveBack: async (): Promise<void> => {
      for (const { what } of counted) await returnAttempt(needs, what);
    },
  };
}
