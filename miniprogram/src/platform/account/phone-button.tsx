import type { ReactNode } from 'react';

/** A button by which the platform gives the code of its user's verified phone number, after asking them. */
export interface PhoneButtonProps {
  readonly id: string;
  readonly words: string;
  readonly busy: boolean;
  /** `undefined`: the user declined, or this version of the platform is too old for it. */
  readonly onCode: (code: string | undefined) => void;
}

/** Where the platform has no such button there is none, and the number is typed. */
export const PhoneButton = (_props: PhoneButtonProps): ReactNode => null;
