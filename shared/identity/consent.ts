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

/** The version of the text by which riders agree to messages inside their app. A new text gets a new version; who agreed to an older one is asked anew. */
export const messageConsentVersion = '2026-12-01';

/** What a rider agrees to: read before the platform's own question. */
export const messageConsentText = {
  zh: '如果卫生部门需要联系您，可以在这个应用里给您发一条消息，只写城市和热线电话，请您回电。为此我们加密保存您在这个平台上的编号，不作其他用途；您可以随时关闭，关闭后立即删除。不开启时，会用短信或电话联系您。',
  en: 'If the health office needs to reach you, it can send you one message in this app, with the city and a hotline to call and nothing else. For this alone we keep your number on this platform, sealed; you can switch it off at any time and it is deleted at once. Without it you are reached by short message or phone.',
} as const;
