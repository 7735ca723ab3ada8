// @ts-check
// Plain JavaScript, since hosts send it as a header and the build of static pages writes it into them (decision 186).
import { createHash } from 'node:crypto';

/** Allows WebAssembly to be compiled, and no text to be run as script. */
const wasm = "'wasm-unsafe-eval'";

/**
 * What a page needs besides our own files. A page that reads codes may compile the reader's program (decision 148). Only pages of the riders'
 * app have style attributes in their markup, which a policy can only allow as a whole; the others have none.
 * @typedef {{ readonly readsCodes?: boolean, readonly stylesInMarkup?: boolean }} PageNeeds
 */

/**
 * What each page needs, by its address; hosts and static pages take it from here.
 * @type {Readonly<Record<'/app' | '/verify' | '/console' | '/open' | '/wall' | '/mail', PageNeeds>>}
 */
export const pageNeeds = {
  '/app': { readsCodes: true, stylesInMarkup: true },
  '/verify': {},
  '/console': {},
  '/open': {},
  '/wall': {},
  '/mail': {},
};

/**
 * @param {string} html
 * @param {RegExp} pattern
 */
const hashesOf = (html, pattern) =>
  [...html.matchAll(pattern)].map(
    (match) =>
      `'sha256-${createHash('sha256')
        .update(match[1] ?? '')
        .digest('base64')}'`,
  );

/**
 * The content security policy of a page: our own files, plus exactly the inline scripts and styles that its HTML holds.
 * @param {string} html
 * @param {PageNeeds} needs
 */
export function cspOf(html, { readsCodes = false, stylesInMarkup = false } = {}) {
  const scripts = hashesOf(html, /<script(?:\s[^>]*)?>([\s\S]+?)<\/script>/g);
  const styles = stylesInMarkup ? ["'unsafe-inline'"] : hashesOf(html, /<style(?:\s[^>]*)?>([\s\S]+?)<\/style>/g);
  return [
    "default-src 'none'",
    ['script-src', "'self'", ...scripts, ...(readsCodes ? [wasm] : [])].join(' '),
    ['style-src', "'self'", ...styles].join(' '),
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "media-src 'self' blob: mediastream:",
    "connect-src 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'self'",
  ].join('; ');
}

/**
 * A page with its policy inside, for where no header can be set; who may frame it only a header can say.
 * @param {string} html
 * @param {PageNeeds} needs
 */
export function withPolicy(html, needs) {
  const policy = cspOf(html, needs).replace(" frame-ancestors 'none';", '');
  return html.replace('<head>', `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`);
}

/** The policy of the thread that reads codes: it loads its program from here and reaches nothing else. */
export const codeReaderPolicy = `default-src 'none'; script-src 'self' ${wasm}; connect-src 'self'`;
