import { createHash } from 'node:crypto';

/** The content security policy of a page: our own files, plus exactly the inline scripts and styles that its HTML holds. */
export function cspOf(html: string): string {
  const scripts = hashesOf(html, /<script(?:\s[^>]*)?>([\s\S]+?)<\/script>/g);
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

const hashesOf = (html: string, pattern: RegExp): readonly string[] =>
  [...html.matchAll(pattern)].map(
    (match) =>
      `'sha256-${createHash('sha256')
        .update(match[1] ?? '')
        .digest('base64')}'`,
  );
