import type { Result } from '@tongcheng/shared/result';
import { fail, ok } from '@tongcheng/shared/result';

/** Bodies are at most this long unless an endpoint says otherwise (safety rule 13). */
const largestBodyBytes = 64 * 1024;
const deepest = 16;

/** A JSON body as unknown, or why not: too long, not JSON, nested deeper than 16, with text that no store keeps as it is. */
export function readBody(
  text: string,
  bytes: number,
  largest = largestBodyBytes,
): Result<unknown, 'too-large' | 'invalid-input'> {
  if (bytes > largest) return fail('too-large', { largestBytes: largest });
  if (isTooDeep(text)) return fail('invalid-input', { problem: 'too-deep' });
  const parsed = parse(text);
  if (!parsed.ok || !mayHideOddities(text) || !isOdd(parsed.value)) return parsed;
  return fail('invalid-input', { problem: 'odd-text' });
}

function parse(text: string): Result<unknown, 'invalid-input'> {
  try {
    const value: unknown = text === '' ? {} : JSON.parse(text);
    return ok(value);
  } catch {
    return fail('invalid-input', { problem: 'not-json' });
  }
}

/** Cheap, so that an ordinary scan pays one look at its text and is never walked through. */
const mayHideOddities = (text: string): boolean =>
  text.includes('\\u') || text.includes('__proto__') || loneSurrogate.test(text);

const loneSurrogate = /\p{Cs}/u;

/** Half characters and NUL, which stores and spreadsheets change silently, and the key that reaches into objects. */
function isOdd(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0') || loneSurrogate.test(value);
  if (Array.isArray(value)) return value.some(isOdd);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, each]) => key === '__proto__' || isOdd(key) || isOdd(each));
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
