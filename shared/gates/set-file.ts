import { readSetHeader, type SetHeader, setHeaderText } from './set-header';

/**
 * A set file: the signed head, a line with its signature, an empty line, and the body.
 * ```
 * tongcheng-card-set-1
 * city 110000
 * … the other lines of the head
 * key-id set-1
 * signature <86 characters, base64url: Ed25519 over all lines before, their ends included>
 *
 * <body>
 * ```
 */
export interface SetFileHead {
  readonly header: SetHeader;
  /** What was signed, exactly. */
  readonly signedText: string;
  /** Base64url. */
  readonly signature: string;
  /** The first byte of the body. */
  readonly bodyAt: number;
}

/** No head is longer. */
export const longestHead = 1_024;

/** What stands before the body: the head and its signature. */
export const setFileHead = (header: SetHeader, signature: string): string =>
  `${setHeaderText(header)}signature ${signature}\n\n`;

/** Reads what stands before the body from the first bytes of a file, {@link longestHead} of them or all; undefined when it is no set file. */
export function readSetFileHead(bytes: Uint8Array): SetFileHead | undefined {
  const head = asciiOf(bytes.subarray(0, longestHead));
  const end = head.indexOf('\n\n');
  const signatureAt = head.lastIndexOf('\nsignature ', end);
  if (end < 0 || signatureAt < 0) return undefined;
  const signedText = head.slice(0, signatureAt + 1);
  const signature = head.slice(signatureAt + '\nsignature '.length, end);
  const header = readSetHeader(signedText);
  if (!header || !/^[A-Za-z0-9_-]{86}$/.test(signature)) return undefined;
  return { header, signedText, signature, bodyAt: end + 2 };
}

/** One character a byte, whatever the byte: the head's shapes let none beyond ASCII pass. */
function asciiOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
