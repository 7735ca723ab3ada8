/** With what passes and lists are signed: Ed25519; ECDSA on P-256 with SHA-256, for browsers without it; SM2 with SM3, the national profile. */
export const suites = ['ed25519', 'es256', 'sm2'] as const;
export type Suite = (typeof suites)[number];

/** A public key: 32 bytes of Ed25519, or a point of P-256 or SM2 in its compressed form of 33 bytes (SEC 1, 2.3.3). */
export interface PassKey {
  readonly suite: Suite;
  readonly bytes: Uint8Array;
}

/** Signs: 64 bytes, of ECDSA and SM2 r and s one after the other. The private key stays with whoever gives the function. */
export type SignBytes = (message: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** Whether a signature holds. Never throws: a key that is no point signs nothing. */
export type VerifyBytes = (key: PassKey, message: Uint8Array, signature: Uint8Array) => boolean | Promise<boolean>;

/** Who signs, by the key that others know. */
export interface Signer {
  readonly key: PassKey;
  readonly sign: SignBytes;
}

/** Length of every signature here. */
export const signatureBytes = 64;

/**
 * Numbers of COSE: `alg` of RFC 9053 (EdDSA −8, ES256 −7). SM2 has none that is registered; −65537 is of the range for private use.
 */
export const algorithms = { ed25519: -8, es256: -7, sm2: -65_537 } as const satisfies Record<Suite, number>;

/** The suite of a COSE number. */
export const suiteOf = (algorithm: unknown): Suite | undefined =>
  suites.find((suite) => algorithms[suite] === algorithm);
