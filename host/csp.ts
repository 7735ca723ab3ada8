import { createHash } from 'node:crypto';

/** Allows WebAssembly to be compiled, and no text to be run as script. */
const wasm = "'wasm-unsafe-eval'";

/**
 * The content security policy of a page: our own files, plus exactly the inline scripts and styles that its HTML holds. A page that reads
 * codes may compile the reader's program (decision 148), no other page may.
 */
export function cspOf(html: string, { readsCodes = false } = {}): string {
  const hashes = hashesOf(html, /<script(?:\s[^>]*)?>([\s\S]+?)<\/script>/g);
  const scripts = readsCodes ? [...hashes, wasm] : hashes;
  return [
    "default-src 'none'",
    `script-src 'self' ${scripts.join(' ')}`.trim(),
    // React and Taro set style attributes from script, which a policy can only allow as a whole.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "media-src 'self' blob: mediastream:",
    "connect-src 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'self'",
  ].join('; ');
}

/** The policy of the thread that reads codes: it loads its program from here and reaches nothing else. */
export const codeReaderPolicy = `default-src 'none'; script-src 'self' ${wasm}; connect-src 'self'`;

const hashesOf = (html: string, pattern: RegExp): readonly string[] =>
  [...html.matchAll(pattern)].map(
    (match) =>
      `'sha256-${createHash('sha256')
        .update(match[1] ?? '')
        .digest('base64')}'`,
  );
