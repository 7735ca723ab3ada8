/** The version of the consent text in force. A new text gets a new version, and riders are asked again. */
export const consentVersion = '2026-11-30';

/** What an account says of the consent that its rider gave. */
interface AccountConsent {
  readonly consentVersion?: string | undefined;
  readonly consentDue?: boolean | undefined;
}

/**
 * Whether a verified rider has to agree once more, because the text has changed since. An app of before the change cannot show the new
 * text; it asks nothing and nobody is locked out.
 */
export const consentIsOutdated = (account: AccountConsent | undefined): boolean =>
  account?.consentDue === true && account.consentVersion !== consentVersion;
