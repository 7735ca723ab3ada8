import type { PlatformSignIn } from './sign-in';

declare const my: {
  getAuthCode(asked: {
    readonly scopes: string;
    readonly success: (answer: { readonly authCode: string }) => void;
    readonly fail: () => void;
  }): void;
};

/** Alipay vouches by its silent authorisation code. */
export const platformSignIn: PlatformSignIn = {
  channel: 'alipay',
  code: () =>
    new Promise((resolve) => {
      my.getAuthCode({
        scopes: 'auth_base',
        success: ({ authCode }) => resolve(authCode),
        fail: () => resolve(undefined),
      });
    }),
};
