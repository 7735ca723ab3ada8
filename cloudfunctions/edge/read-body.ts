import type { Result } from '@tongcheng/shared/result';
import { fail, ok } from '@tongcheng/shared/result';

/** Bodies are at most this long unless an endpoint says otherwise (safety rule 13). */
export const largestBodyBytes = 64 * 1024;
const deepest = 16;

/** A JSON body as unknown, or why not: too long, not JSON, nested deeper than 16. */
export function readBody(
  text: string,
  bytes: number,
  largest = largestBodyBytes,
): Result<unknown, 'too-large' | 'invalid-input'> {
  if (bytes > largest) return fail('too-large', { largestBytes: largest });
  if (isTooDeep(text)) return fail('invalid-input', { problem: 'too-deep' });
  try {
    return ok(text === '' ? {} : JSON.parse(text));
  } catch {
    return fail('invalid-input', { problem: 'not-json' });
  }
}

/** Counts brackets outside strings, before anything is parsed. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i += 1) {
    const character = text.charCodeAt(i);
    if (inString) {
      if (character === backslash) i += 1;
      else if (character === quote) inString = false;
      continue;
    }
    if (character === quote) inString = true;
    else if (character === openBrace || character === openBracket) depth += 1;
    else if (character === closeBrace || character === closeBracket) depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}

const [quote, backslash, openBrace, closeBrace, openBracket, closeBracket] = [34, 92, 123, 125, 91, 93];
