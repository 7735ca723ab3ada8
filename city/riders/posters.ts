/** The posted codes that riders see in the streets; the host reads them from the store. */
export interface Posters {
  /** The link inside the posted QR code of a venue, or undefined when the venue has none. */
  codeOf(venueId: string): string | undefined;
  /** Links of codes that were revoked and still hang somewhere; without any, riders scan only valid and forged ones. */
  revokedCodes?(): readonly string[];
}
