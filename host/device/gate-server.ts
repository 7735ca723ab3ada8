import type { DevicePlace } from '@tongcheng/shared/devices/device-place';
import type { GateGround } from '@tongcheng/shared/gates/gate-decision';
import type { GatePlace } from '@tongcheng/shared/gates/gate-place';
import type { AdmissionTerms } from '@tongcheng/shared/rides/rules/check';
import type { Language } from '@tongcheng/shared/text';
import type { Instant } from '@tongcheng/shared/time';

/** An answer of the server, or why there is none. */
export type Answered<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      /** A code of the product's catalogue; `no-network` or `no-answer` where nothing of ours came back. */
      readonly code: string;
      readonly details?: Readonly<Record<string, string | number | boolean>>;
    };

/** A session of a device. */
export interface DeviceSession {
  readonly accessToken: string;
  readonly accessExpiresAt: Instant;
}

/** What the admission rule of the place asks for from an instant on; without terms none holds. */
interface PlaceRule {
  readonly from: Instant;
  readonly terms?: AdmissionTerms;
}

/** Where the gate stands, as the server tells it. */
export interface ToldPlace extends Pick<GatePlace, 'longestAgeMs' | 'passingKinds'> {
  readonly venueId: string;
  readonly direction: DevicePlace['direction'];
  readonly lane?: string;
  /** Ascending: the first is in force now. */
  readonly rules: readonly PlaceRule[];
  readonly voices: readonly Language[];
}

/** A key of hashes and how long it is the one: it is kept in memory only. */
interface EpochKey {
  readonly epoch: string;
  /** 32 bytes, base64url. */
  readonly epochKey: string;
}

/** What a gate must have from the server to decide alone. */
export interface GateKeys extends EpochKey {
  readonly city: string;
  readonly now: Instant;
  readonly epochEndsAt: Instant;
  readonly readerKey: string;
  readonly next?: EpochKey;
  readonly setKeys: readonly { readonly keyId: string; readonly publicKey: string }[];
  readonly tapKey: { readonly keyId: string; readonly publicKey: string };
  readonly place: ToldPlace;
}

/** A file that anybody with its link may fetch. */
export interface SetLink {
  readonly version: number;
  readonly url: string;
  readonly bytes: number;
  /** Of the whole file, 64 hexadecimal digits. */
  readonly sha256: string;
}

/** The files by which a gate comes to the newest set. */
export interface SetOffer {
  readonly epoch: string;
  readonly version: number;
  readonly snapshot: SetLink;
  /** Each leads from a version to the next. */
  readonly deltas: readonly (SetLink & { readonly from: number })[];
}

/** What the console learns of a gate. */
export interface GateReport {
  readonly softwareVersion: string;
  readonly clockOffsetMs: number;
  readonly queued: number;
  readonly setVersion?: number;
  readonly setMadeAt?: Instant;
  /** Since the last report that was answered. */
  readonly refusals: readonly { readonly ground: GateGround; readonly count: number }[];
}

/** The server as a gate knows it; nothing of it ever throws. */
export interface GateServer {
  /** Trades a one-time code for the registration of this device's key. */
  enrol(asked: {
    readonly code: string;
    readonly publicKey: string;
    readonly softwareVersion: string;
    readonly proof: string;
  }): Promise<Answered<{ readonly deviceId: string; readonly name: string }>>;
  challenge(deviceId: string): Promise<Answered<{ readonly challenge: string }>>;
  signIn(asked: {
    readonly deviceId: string;
    readonly challenge: string;
    readonly signature: string;
    readonly softwareVersion: string;
  }): Promise<Answered<DeviceSession>>;
  keys(token: string): Promise<Answered<GateKeys>>;
  set(token: string, held: { readonly epoch?: string; readonly version?: number }): Promise<Answered<SetOffer>>;
  report(token: string, report: GateReport): Promise<Answered<{ readonly now: Instant }>>;
  deliver(
    token: string,
    batch: { readonly text: string; readonly signature: string },
  ): Promise<Answered<{ readonly accepted: number }>>;
  /** Bytes of a file from a place on, in pieces; undefined where they cannot be had. The answer may begin at zero although more was asked for. */
  fetchFile(
    url: string,
    from: number,
  ): Promise<{ readonly from: number; readonly pieces: AsyncIterable<Uint8Array> } | undefined>;
}
