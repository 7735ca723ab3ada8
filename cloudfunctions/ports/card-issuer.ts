/** The company that issues a kind of card; its answer decides, not the number's length (B-02, W-03). Throws ServiceUnavailable. */
export interface CardIssuer {
  check(card: { readonly kind: string; readonly number: string }): Promise<'known' | 'unknown' | 'blocked'>;
}
