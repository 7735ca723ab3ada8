/** What is signed on a call to an outside service: every part that must not be changed, one a line. */
export const callText = (parts: { path: string; timestamp: string; nonce: string; bodyDigest: string }): string =>
  ['POST', parts.path, parts.timestamp, parts.nonce, parts.bodyDigest].join('\n');

/** What is signed on its reply: the nonce ties the answer to the question. */
export const replyText = (parts: { nonce: string; status: number; bodyDigest: string }): string =>
  [parts.nonce, String(parts.status), parts.bodyDigest].join('\n');

/** Names of the headers that carry them. */
export const signatureHeaders = { timestamp: 'x-timestamp', nonce: 'x-nonce', signature: 'x-signature' } as const;
