/** What came of asking the platform to hand over who its user is: the code of their consent, or why there is none. */
export type IdentityTapOutcome = { readonly code: string } | 'declined' | 'away';

/** One tap of consent in the platform's own dialog (W-02); undefined where the platform offers none and the rider types. */
export const identityTap: (() => Promise<IdentityTapOutcome>) | undefined = undefined;
