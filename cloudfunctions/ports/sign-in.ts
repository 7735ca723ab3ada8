/** Exchanges a platform's one-time code for the platform's own id of the person (openid). Throws ProviderAway. */
export interface SignIn {
  exchange(code: string): Promise<{ readonly subject: string } | 'refused'>;
}
