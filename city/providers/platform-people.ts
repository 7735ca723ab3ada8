/** What a platform knows of one of its users. */
export interface PlatformAccount {
  readonly name: string;
  /** Alipay's `cert_type`. */
  readonly certType: string;
  readonly certNo: string;
  /** Whether the platform compared the person with the state's register. */
  readonly certified: boolean;
  /** Empty where the account has none. */
  readonly mobile: string;
}

/** The users of a platform by whom they are; anybody may hold an account of whom nothing is known. */
export interface PlatformPeople {
  find(subject: string): PlatformAccount | undefined;
}

/** A subject as a phone of this city names it. */
export const isSubject = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Za-z0-9._:-]{8,128}$/.test(value);
