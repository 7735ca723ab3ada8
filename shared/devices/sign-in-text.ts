/** What a device signs to sign in: nothing else that it ever signs looks like this. */
export const deviceSignInText = (challenge: string): string => `tongcheng-device-sign-in-1\n${challenge}`;
