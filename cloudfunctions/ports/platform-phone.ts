/** The phone number that a platform has verified, by the code of its own button. Throws ServiceUnavailable. */
export interface PlatformPhone {
  /** In the stored form of `checkPhone` where it has one; `refused`: the code is unknown, used or expired. */
  numberOf(code: string): Promise<{ readonly phone: string } | 'refused'>;
}
