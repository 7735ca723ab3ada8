/**
 * Whether a platform lets a text of its user stand, as it asks of every mini-program in which people write. `code` is a fresh
 * sign-in code of the writer, since nothing by which the platform knows them is kept here. Throws ServiceUnavailable.
 */
export interface TextCheck {
  check(written: { readonly text: string; readonly code: string }): Promise<'fine' | 'doubtful' | 'refused-code'>;
}
