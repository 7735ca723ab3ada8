/** A code lives this long and is good once, like that of a platform. */
const codeLivesMs = 60_000;
const maxCodes = 100_000;

/** One-time sign-in codes of the local sign-in service. */
export interface SignInCodes {
  issue(subject: string): string;
  /** The subject, once; undefined when unknown, used or expired. */
  redeem(code: string): string | undefined;
}

/** Codes kept in memory: a restart of the service ends them, and the app asks for a new one by itself. */
export function signInCodes(now: () => number, newCode: () => string): SignInCodes {
  const issued = new Map<string, { readonly subject: string; readonly expiresAt: number }>();
  const dropOldest = () => {
    const oldest = issued.keys().next();
    if (issued.size >= maxCodes && !oldest.done) issued.delete(oldest.value);
  };
  return {
    issue: (subject) => {
      dropOldest();
      const code = newCode();
      issued.set(code, { subject, expiresAt: now() + codeLivesMs });
      return code;
    },
    redeem: (code) => {
      const found = issued.get(code);
      issued.delete(code);
      return found && found.expiresAt > now() ? found.subject : undefined;
    },
  };
}
