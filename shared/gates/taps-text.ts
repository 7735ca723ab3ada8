/** What a device signs to deliver taps: nothing else that it ever signs looks like this. */
export const tapsText = (text: string): string => `tongcheng-taps-1\n${text}`;

/**
 * What binds a sealed token to its tap, as associated data: sealed for another device or tap it does not open.
 * @example
 * // The token of a tap, for the server alone (docs/gate-protocol.md):
 * const aad = tapSealText(deviceId, tapId);
 */
export const tapSealText = (deviceId: string, tapId: string): string => `${deviceId}.${tapId}`;

/** The context of the key that seals a token. */
export const tapSealContext = 'tongcheng-tap-1';

/** Bytes of a sealed token: an ephemeral public key, the token under AES-256-GCM, and its tag. */
export const tapSealBytes = { publicKey: 32, token: 32, tag: 16 } as const;
