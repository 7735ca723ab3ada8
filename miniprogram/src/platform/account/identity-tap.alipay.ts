import type { IdentityTapOutcome } from './identity-tap';

declare const my: {
  getAuthCode(asked: {
    readonly scopes: readonly string[];
    readonly success: (answer: {
      readonly authCode?: string;
      readonly authErrorScopes?: Readonly<Record<string, unknown>>;
    }) => void;
    readonly fail: (trouble: { readonly error?: number | string }) => void;
  }): void;
};

/** Alipay's number for a user who closed its dialog without agreeing. */
const closedByUser = 11;

/** Alipay asks its user in its own dialog, with its own words for what is handed over. */
export const identityTap = (): Promise<IdentityTapOutcome> =>
  new Promise((resolve) => {
    my.getAuthCode({
      scopes: ['auth_user'],
      success: ({ authCode, authErrorScopes = {} }) =>
        resolve(authCode && !('auth_user' in authErrorScopes) ? { code: authCode } : 'declined'),
      fail: ({ error }) => resolve(Number(error) === closedByUser ? 'declined' : 'away'),
    });
  });
