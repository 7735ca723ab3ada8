/** The version of the consent text in force. A new text gets a new version, and riders are asked again. */
export const consentVersion = '2026-12-01';

/** What an account says of the consent that its rider gave. */
interface AccountConsent {
  readonly consentVersion?: string | undefined;
  readonly consentDue?: boolean | undefined;
}

/**
 * Whether the text that this app shows, or a later one, was agreed to already, be it by somebody who has not finished registration:
 * a version is asked for once. Versions are days, so a later one is the greater text.
 */
export const consentIsGiven = (account: AccountConsent | undefined): boolean =>
  account?.consentVersion !== undefined && account.consentVersion >= consentVersion;

/**
 * Whether a verified rider has to agree once more, because the text has changed since. An app of before the change cannot show the new
 * text; it asks nothing and nobody is locked out.
 */
export const consentIsOutdated = (account: AccountConsent | undefined): boolean =>
  account?.consentDue === true && account.consentVersion !== consentVersion;
