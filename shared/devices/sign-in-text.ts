import { tidyCode } from '../one-time-code';

/** What a device signs to sign in: nothing else that it ever signs looks like this. */
export const deviceSignInText = (challenge: string): string => `tongcheng-device-sign-in-1\n${challenge}`;

/** What a device signs to enrol with a one-time code: the code as it is compared, and the key that signs. */
export const deviceEnrolText = (code: string, publicKey: string): string =>
  `tongcheng-device-enrol-1\n${tidyCode(code)}\n${publicKey}`;
