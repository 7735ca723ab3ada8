import { StoreMisused, StoreRefused } from '../../ports/document-store';
import { NoCredentials } from './connection';

/**
 * What a fault of one request says about its operation:
 * `taken` – a document with that id is there; `undone` – it was turned away, later it may succeed; `unclear` – nobody knows
 * whether it was done; `too-long` – the answer is longer than the cloud sends; `never` – asking again changes nothing.
 */
export type FaultOutcome = 'taken' | 'undone' | 'unclear' | 'too-long' | 'never';

/** Codes of the service and of the network for what did not reach the documents. Names as in CloudBase's list of error codes. */
const undone: ReadonlySet<string> = new Set([
  'EXCEED_REQUEST_LIMIT',
  'EXCEED_RATELIMIT',
  'EXCEED_CONCURRENT_REQUEST_LIMIT',
  'RequestLimitExceeded',
  'DATABASE_TRANSACTION_CONFLICT',
  // Keys run out and are renewed between two requests; the next attempt asks for them again.
  'SIGN_PARAM_INVALID',
  'INVALID_CREDENTIALS',
  'AUTHENTICATION_FAILED',
  'ACCESS_TOKEN_EXPIRED',
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
]);

const never: ReadonlySet<string> = new Set([
  'INVALID_PARAM',
  'INVALID_ENV',
  'INVALID_ACTION',
  'PERMISSION_DENIED',
  'EXCEED_REQUEST_SIZE_LIMIT',
  'DATABASE_INVALID_OPERRATOR',
  'DATABASE_PERMISSION_DENIED',
  'DATABASE_COLLECTION_NOT_EXIST',
  'DATABASE_COLLECTION_EXCEED_LIMIT',
]);

/** Reads a fault of the SDK by its code; whatever is not known is `unclear`. */
export function outcomeOf(fault: unknown): FaultOutcome {
  if (fault instanceof NoCredentials) return 'undone';
  // Said by a call within this one, which has been patient already.
  if (fault instanceof StoreRefused || fault instanceof StoreMisused) return 'never';
  const [code, message] = [textOf(fault, 'code'), textOf(fault, 'message')];
  // The database's own words inside the service's general code.
  if (/\bE11000\b|duplicate key/i.test(message)) return 'taken';
  if (/WriteConflict/i.test(message)) return 'undone';
  if (code === 'EXCEED_MAX_RESPONSE_SIZE') return 'too-long';
  if (undone.has(code)) return 'undone';
  return never.has(code) ? 'never' : 'unclear';
}

const textOf = (fault: unknown, field: 'code' | 'message'): string =>
  typeof fault === 'object' && fault !== null ? String(Reflect.get(fault, field) ?? '') : '';
