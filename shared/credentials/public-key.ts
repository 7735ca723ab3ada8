import { sha256 } from '../sha-256';
import { fromBase64url, toBase64url } from './base64url';
import { type Cbor, type CborKey, writeCbor } from './cbor';
import { type PassKey, type Suite, suites } from './suites';

/** Parameters of a COSE key (RFC 9053, 7). */
const parameter = { kind: 1, curve: -1, x: -2, y: -3 } as const;
const keyKinds = { octet: 1, point: 2 } as const;
/** Curves of COSE; that of SM2 has no number, −65537 is of the range for private use. */
const curves = { ed25519: 6, es256: 1, sm2: -65_537 } as const satisfies Record<Suite, number>;

const coordinateBytes = 32;

/** Whether a key has the length and the form of its suite. That it is a point of the curve is for whoever verifies with it. */
export const hasKeyForm = ({ suite, bytes }: PassKey): boolean =>
  suite === 'ed25519'
    ? bytes.length === coordinateBytes
    : bytes.length === coordinateBytes + 1 && (bytes[0] === 2 || bytes[0] === 3);

/** A key as COSE has it; of a point, y is the one bit that tells which of two it is. */
export function coseKeyOf({ suite, bytes }: PassKey): ReadonlyMap<CborKey, Cbor> {
  const curve = [parameter.curve, curves[suite]] as const;
  if (suite === 'ed25519')
    return new Map<CborKey, Cbor>([[parameter.kind, keyKinds.octet], curve, [parameter.x, bytes]]);
  const x = bytes.subarray(1);
  return new Map<CborKey, Cbor>([
    [parameter.kind, keyKinds.point],
    curve,
    [parameter.x, x],
    [parameter.y, bytes[0] === 3],
  ]);
}

/** The key of a COSE key in exactly that form; undefined for every other. */
export function readCoseKey(value: Cbor | undefined): PassKey | undefined {
  if (!(value instanceof Map)) return undefined;
  const suite = suites.find((candidate) => curves[candidate] === value.get(parameter.curve));
  const x: unknown = value.get(parameter.x);
  if (!suite || !(x instanceof Uint8Array) || x.length !== coordinateBytes) return undefined;
  const isPoint = suite !== 'ed25519';
  const isWhole =
    value.size === (isPoint ? 4 : 3) && value.get(parameter.kind) === (isPoint ? keyKinds.point : keyKinds.octet);
  if (!isWhole) return undefined;
  return isPoint ? pointOf(suite, x, value.get(parameter.y)) : { suite, bytes: x };
}

function pointOf(suite: Suite, x: Uint8Array, isOdd: unknown): PassKey | undefined {
  if (typeof isOdd !== 'boolean') return undefined;
  const bytes = new Uint8Array(coordinateBytes + 1);
  bytes[0] = isOdd ? 3 : 2;
  bytes.set(x, 1);
  return { suite, bytes };
}

/** Bytes of a key's name. */
export const keyIdBytes = 4;

/** Names that were made already: a trust list's keys are asked for theirs at every check. */
const namesMade = new WeakMap<PassKey, Uint8Array>();

/** The short name of a key (`kid`): the beginning of its thumbprint (RFC 9679). Two keys may share it; it chooses, it proves nothing. */
export function keyIdOf(key: PassKey): Uint8Array {
  const made = namesMade.get(key) ?? sha256(writeCbor(coseKeyOf(key))).subarray(0, keyIdBytes);
  namesMade.set(key, made);
  return made;
}

/** A key in words of an interface: `ed25519.` and its bytes in base64url. */
export const publicKeyText = ({ suite, bytes }: PassKey): string => `${suite}.${toBase64url(bytes)}`;

/** The key that such a text says; undefined where it says none. */
export function readPublicKeyText(text: string): PassKey | undefined {
  const [word, encoded, ...rest] = text.split('.');
  const suite = suites.find((candidate) => candidate === word);
  const bytes = fromBase64url(encoded ?? '');
  if (!suite || !bytes || rest.length > 0) return undefined;
  const key = { suite, bytes };
  return hasKeyForm(key) ? key : undefined;
}
