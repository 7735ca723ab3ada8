/** The invitation in the fragment of the page's address, or an empty text. A fragment never reaches a server's log. */
export const invitationIn = (fragment: string): string =>
  new URLSearchParams(fragment.replace(/^#\/?\??/, '')).get('invitation') ?? '';
