import type { Cbor, CborKey } from './cbor';

/** Reads the values of a map by key and kind, and knows in the end whether there was one of another kind or one that nobody asked for. */
export interface ClaimReader {
  whole(key: CborKey): number;
  text(key: CborKey): string;
  octets(key: CborKey): Uint8Array;
  list(key: CborKey): readonly Cbor[];
  map(key: CborKey): Cbor;
  /** Whether a mark that is left out where it does not hold stands there. */
  mark(key: CborKey): boolean;
  /** The same for a value that may be missing. */
  has(key: CborKey): boolean;
  /** No value was missing or of another kind, and every one was asked for. */
  isExact(): boolean;
}

/** Reads a value that should be a map: of anything else nothing is exact. */
export function readingClaims(value: Cbor | undefined): ClaimReader {
  const claims: ReadonlyMap<CborKey, Cbor> | undefined = value instanceof Map ? value : undefined;
  const asked = new Set<CborKey>();
  let isWrong = claims === undefined;
  const take = <T extends Cbor>(key: CborKey, isKind: (found: Cbor) => found is T, otherwise: T): T => {
    asked.add(key);
    const found = claims?.get(key);
    if (found !== undefined && isKind(found)) return found;
    isWrong = true;
    return otherwise;
  };
  return {
    whole: (key) => take(key, isNumber, 0),
    text: (key) => take(key, isText, ''),
    octets: (key) => take(key, isOctets, nothing),
    list: (key) => take(key, isList, []),
    map: (key) => take(key, isMap, new Map()),
    mark: (key) => (claims?.has(key) ? take(key, isTrue, true) : false),
    has: (key) => claims?.has(key) ?? false,
    isExact: () => !isWrong && asked.size >= (claims?.size ?? 0),
  };
}

const nothing = new Uint8Array(0);
const isNumber = (found: Cbor): found is number => typeof found === 'number' && found >= 0;
const isText = (found: Cbor): found is string => typeof found === 'string';
const isOctets = (found: Cbor): found is Uint8Array => found instanceof Uint8Array;
const isList = (found: Cbor): found is readonly Cbor[] => Array.isArray(found);
const isMap = (found: Cbor): found is ReadonlyMap<CborKey, Cbor> => found instanceof Map;
const isTrue = (found: Cbor): found is true => found === true;
