/** Exchanges a platform's one-time code for the platform's own id of the person (openid). Throws ServiceUnavailable. */
export interface SignIn {
  /** `refused`: the code is unknown, used or expired, or the platform blocks its user. */
  exchange(code: string): Promise<{ readonly subject: string } | 'refused'>;
}
