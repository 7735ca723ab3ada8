import {
  createDecipheriv,
  createHash,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
  verify,
} from 'node:crypto';
import { deviceEnrolText, deviceSignInText } from '@tongcheng/shared/devices/sign-in-text';
import { type CardSet, newCardSet } from '@tongcheng/shared/gates/card-set';
import type { SetEntry } from '@tongcheng/shared/gates/set-body';
import { removedStatus } from '@tongcheng/shared/gates/status-byte';
import { newId } from '@tongcheng/shared/ids';
import { hourMs } from '@tongcheng/shared/time';
import type { Answered, GateKeys, GateReport, GateServer, SetLink, ToldPlace } from '../../../host/device/gate-server';
import { deltaTo, epochKey, hashOf, readerKey, setKey, snapshotOf } from '../keys';

const raw = (key: KeyObject) => Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url');
const ed25519 = (x: string) => createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
const x25519 = (x: string) => createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x }, format: 'jwk' });
const refused = (code: string) => ({ ok: false, code }) as const;

/** A card that a test names, and its status. */
export interface TestCard {
  readonly number: string;
  readonly status: number;
}

/** A tap as the service has it, its token opened. */
interface DeliveredTap {
  readonly tapId: string;
  readonly token: string;
  readonly decision: string;
  readonly ground: string;
}

/** The place of these gates: an entrance where a test of two days is asked for. */
const testPlace: ToldPlace = {
  venueId: 'venue-1',
  direction: 'entry',
  rules: [{ from: 0, terms: { requires: ['identity', 'green-status', 'negative-test'], testMaxAgeDays: 2 } }],
  longestAgeMs: 2 * hourMs,
  passingKinds: ['child'],
  voices: ['zh', 'en'],
};

/**
 * The service of gates in the memory of a test, by the contract: it checks every signature, signs every set, opens every token. What the real one does
 * besides has tests of its own.
 */
export function gateService(clock: { readonly now: () => number }, known?: () => string) {
  const publicKey = () => known?.() ?? service.enrolled;
  const tapPair = generateKeyPairSync('x25519');
  const files = new Map<string, Uint8Array>();
  const deltas: (SetLink & { readonly from: number })[] = [];
  const sequences = new Map<number, string>();
  let snapshot: SetLink | undefined;
  let cards: CardSet = newCardSet();
  let version = 0;
  let challenge = '';
  let token = '';
  const service = {
    isAway: false,
    /** Files cannot be had; everything else is answered. */
    hasNoFiles: false,
    /** The key that a code was traded for. */
    enrolled: '',
    isRevoked: false,
    epoch: '2022-22',
    epochKey,
    epochEndsAt: clock.now() + 1_000 * hourMs,
    next: undefined as { readonly epoch: string; readonly epochKey: string } | undefined,
    place: testPlace,
    /** Answers to deliveries are lost while this is on: the service has them. */
    losesAnswers: false,
    /** A file breaks off after so many bytes. */
    breaksAfter: Number.POSITIVE_INFINITY,
    fetched: [] as { readonly from: number }[],
    delivered: [] as DeliveredTap[],
    counted: [] as unknown[],
    reports: [] as GateReport[],
    /** Makes a snapshot of these cards, besides such as are there. */
    publish(linked: readonly TestCard[]) {
      cards = newCardSet();
      deltas.length = 0;
      for (const { number, status } of linked) cards.put(hashOf(number, service.epochKey), status);
      version += 1;
      snapshot = link(snapshotOf(cards, told()));
    },
    /** Makes a delta of these changes. */
    change(changed: readonly TestCard[]) {
      const entries: SetEntry[] = changed.map(({ number, status }) => ({
        ...hashOf(number, service.epochKey),
        status,
      }));
      for (const entry of entries)
        if (entry.status === removedStatus) cards.remove(entry);
        else cards.put(entry, entry.status);
      version += 1;
      deltas.push({ from: version - 1, ...link(deltaTo(cards, entries, { ...told(), from: version - 1 })) });
    },
    version: () => version,
    /** Changes a file after it was signed. */
    forge: (change: (bytes: Uint8Array) => void) => {
      for (const bytes of files.values()) change(bytes);
    },
  };
  const told = () => ({
    version,
    epoch: service.epoch,
    madeAt: clock.now(),
    testsSince: clock.now() - 168 * hourMs,
  });
  const link = (bytes: Uint8Array): SetLink => {
    const url = `memory:${version}`;
    files.set(url, bytes);
    return { version, url, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  };
  const asked = <T>(held: string, value: () => Answered<T>): Promise<Answered<T>> => {
    if (service.isAway) return Promise.resolve(refused('no-network'));
    return Promise.resolve(service.isRevoked || held !== token ? refused('not-signed-in') : value());
  };
  const server: GateServer = {
    async enrol({ code, publicKey: enrolled, proof }) {
      const text = Buffer.from(deviceEnrolText(code, enrolled));
      if (!verify(null, text, ed25519(enrolled), Buffer.from(proof, 'base64url'))) return refused('enrolment-refused');
      service.enrolled = enrolled;
      return { ok: true, value: { deviceId: newId(clock.now(), randomBytes), name: '东 1 通道 lane E1' } };
    },
    async challenge() {
      challenge = randomBytes(16).toString('hex');
      return service.isAway ? refused('no-network') : { ok: true, value: { challenge } };
    },
    async signIn({ challenge: shown, signature }) {
      const text = Buffer.from(deviceSignInText(shown));
      const isRight = verify(null, text, ed25519(publicKey()), Buffer.from(signature, 'base64url'));
      if (service.isRevoked || shown !== challenge || !isRight) return refused('device-refused');
      token = randomBytes(8).toString('hex');
      return { ok: true, value: { accessToken: token, accessExpiresAt: clock.now() + hourMs } };
    },
    keys: (held) =>
      asked<GateKeys>(held, () => ({
        ok: true,
        value: {
          city: '110000',
          now: clock.now(),
          epoch: service.epoch,
          epochEndsAt: service.epochEndsAt,
          readerKey: readerKey.toString('base64url'),
          epochKey: service.epochKey.toString('base64url'),
          ...(service.next && { next: service.next }),
          setKeys: [setKey],
          tapKey: { keyId: 'tap-1', publicKey: raw(tapPair.publicKey).toString('base64url') },
          place: service.place,
        },
      })),
    set: (held) =>
      asked(held, () =>
        snapshot
          ? { ok: true, value: { epoch: service.epoch, version, snapshot, deltas: [...deltas] } }
          : refused('set-not-ready'),
      ),
    report: (held, report) =>
      asked(held, () => {
        service.reports.push(report);
        return { ok: true, value: { now: clock.now() } };
      }),
    deliver: (held, { text, signature }) =>
      asked(held, () => {
        const signed = Buffer.from(`tongcheng-taps-1\n${text}`);
        if (!verify(null, signed, ed25519(publicKey()), Buffer.from(signature, 'base64url')))
          return refused('taps-refused');
        return taken(text);
      }),
    async fetchFile(url, from) {
      const bytes = files.get(url);
      service.fetched.push({ from });
      if (!bytes || service.isAway || service.hasNoFiles) return undefined;
      return { from, pieces: pieces(bytes.subarray(from)) };
    },
  };
  async function* pieces(bytes: Uint8Array) {
    for (let at = 0; at < bytes.length; at += 500) {
      if (at >= service.breaksAfter) throw new Error('the connection broke');
      yield bytes.subarray(at, at + 500);
    }
  }
  const taken = (text: string): Answered<{ readonly accepted: number }> => {
    const { deviceId, sequence, taps, counts } = JSON.parse(text);
    const known = sequences.get(sequence);
    if (known !== undefined && known !== text) return refused('taps-conflict');
    if (known === undefined && sequence !== sequences.size + 1) return refused('taps-out-of-order');
    if (known === undefined) {
      sequences.set(sequence, text);
      for (const tap of taps) service.delivered.push({ ...tap, token: opened(tap, deviceId) });
      service.counted.push(...counts);
    }
    return service.losesAnswers ? refused('no-answer') : { ok: true, value: { accepted: sequence } };
  };
  const opened = ({ sealedToken, tapId }: { sealedToken: string; tapId: string }, deviceId: string): string => {
    const bytes = Buffer.from(sealedToken, 'base64url');
    const [ephemeral, cipher, tag] = [bytes.subarray(0, 32), bytes.subarray(32, 64), bytes.subarray(64)];
    const secret = diffieHellman({
      privateKey: tapPair.privateKey,
      publicKey: x25519(ephemeral.toString('base64url')),
    });
    const salt = Buffer.concat([ephemeral, raw(tapPair.publicKey)]);
    const derived = Buffer.from(hkdfSync('sha256', secret, salt, 'tongcheng-tap-1', 44));
    const decipher = createDecipheriv('aes-256-gcm', derived.subarray(0, 32), derived.subarray(32));
    decipher.setAAD(Buffer.from(`${deviceId}.${tapId}`));
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(cipher), decipher.final()]).toString('hex');
  };
  return { server, service };
}
