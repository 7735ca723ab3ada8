/** The version of the consent text in force. A new text gets a new version, and riders are asked again. */
export const consentVersion = '2026-11-21';
