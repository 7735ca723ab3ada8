import type { DocumentKind } from '@tongcheng/shared/identity/documents/kinds';
import type { Day } from '@tongcheng/shared/time';
import type { ErasedKey } from '../ports/key-store';
import type { PassengerFacts } from './passenger-facts';
import type { PersonFacts } from './person-facts';

export type { PassengerFacts } from './passenger-facts';
export type { PersonFacts } from './person-facts';

/** Thrown where a sealed text does not open: changed, moved to another record, sealed under another key, or of a person who was forgotten. */
export class SealBroken extends Error {}

/** Classes of day keys, one for each clock of retention: scans and taps; departures and tickets of coaches. */
export const keyClasses = ['city', 'coach'] as const;
export type KeyClass = (typeof keyClasses)[number];

/** What one day key is for. */
export interface DayScope {
  readonly keyClass: KeyClass;
  readonly city: string;
  readonly day: Day;
}

/** What may be shown of a person. */
export interface MaskedPerson {
  readonly maskedName: string;
  readonly documentKind: DocumentKind;
  readonly maskedDocument: string;
  readonly maskedPhone: string;
}

/** Why personal data leaves the vault: a closed list (W-28, safety incident «only for tracing»). */
type Purpose = 'daily-report' | 'status-query' | 'own-data' | 'staff-comparison' | 'appeal' | 'tracing';

/** What a scan keeps of its rider, sealed under the key of the day. */
export interface SealedRider {
  /** `p_…` person or, before authentication, `a_…` account. */
  readonly subjectId: string;
  readonly maskedName?: string;
  /** what the verdict rested on (`app/rides/scanning/verdict-facts.ts`); absent in scans of earlier releases. */
  readonly facts?: string;
}

/** One city's service day: pseudonyms and seals under its key. Synchronous: the key is in memory. */
export interface DayVault {
  /** 128-bit HMAC under the day's key, 26 characters; nothing links two days without the vault. */
  pseudonym(subjectId: string): string;
  /** Sealed with `recordId` as associated data. */
  seal(recordId: string, rider: SealedRider): string;
  /** Throws when the text was changed or moved to another record. */
  open(recordId: string, sealed: string): SealedRider;
  /** Facts of a passenger, sealed with `recordId` as associated data: on a coach's manifest, where nobody is enrolled. */
  sealFacts(recordId: string, facts: PassengerFacts): string;
  /** What may be shown of them. Throws as {@link open} does. */
  maskedFacts(recordId: string, sealed: string): MaskedPerson;
  /** Facts in the clear. Callers record the access first. */
  openFacts(recordId: string, sealed: string): PassengerFacts;
  /** A text that names somebody (a crew, a plate), sealed with `recordId` as associated data. */
  sealText(recordId: string, text: string): string;
  openText(recordId: string, sealed: string): string;
}

/** The only room that sees names, numbers, phones and keys. */
export interface Vault {
  /**
   * The person of this document, made at the first call. Same document, same person. At later ones their facts are replaced, or with
   * `kept` stay as they are: whoever tells them is not known to be that person.
   */
  enrol(
    facts: PersonFacts,
    known?: 'replaced' | 'kept',
  ): Promise<{ readonly personId: string; readonly created: boolean }>;
  /** The person of a document, by keyed blind index of what its holder keeps for life. */
  findByDocument(kind: DocumentKind, number: string): Promise<string | undefined>;
  /**
   * What a pseudonym of a day is made of for the holder of a document, who need not be known and is not enrolled: the same for life, and for one
   * document the same whether it was typed or is a known person's. Reads nothing, so that it tells nobody whether the holder is known.
   */
  subjectOf(kind: DocumentKind, number: string): string;
  /** The subject of a known person's document; undefined when forgotten. */
  subjectOfPerson(personId: string): Promise<string | undefined>;
  /** The facts of a known person as they are sealed into a manifest, and their subject; undefined when forgotten. Nothing leaves in the clear. */
  copyFacts(
    personId: string,
    day: DayVault,
    recordId: string,
    more?: Pick<PassengerFacts, 'addressBefore' | 'addressThere'>,
  ): Promise<{ readonly subject: string; readonly sealed: string } | undefined>;
  masked(personId: string): Promise<MaskedPerson | undefined>;
  /** Whether a person goes by a name as it is typed (`isSameName`); undefined when forgotten. The kept name stays where it is. */
  isNamed(personId: string, name: string): Promise<boolean | undefined>;
  /** Facts in the clear for one purpose; persons forgotten since are absent. Callers record the access first. */
  reveal(personIds: readonly string[], purpose: Purpose): Promise<ReadonlyMap<string, PersonFacts>>;
  /** Destroys the person's key: sealed facts can never be opened again. Says until when copies of the wrapped key may remain. */
  forget(personId: string): Promise<ErasedKey>;
  /** Seals a value of a person (a card number) with the record's id as associated data. */
  sealFor(personId: string, recordId: string, value: string): Promise<string>;
  /** Throws {@link SealBroken} when it does not open. */
  openFor(personId: string, recordId: string, sealed: string): Promise<string>;
  /** Seals a value that is of the installation, not of one person, with the record's id as associated data. */
  sealHere(recordId: string, value: string): string;
  /** Throws {@link SealBroken} when it does not open. */
  openHere(recordId: string, sealed: string): string;
  /**
   * Seals a text that a case keeps of its own, under a key that goes by `keptId` and is made at first use. Throws {@link SealBroken} once it was
   * destroyed: it is never made anew.
   */
  sealForCase(keptId: string, recordId: string, text: string): Promise<string>;
  /** Throws {@link SealBroken} when it does not open. */
  openForCase(keptId: string, recordId: string, sealed: string): Promise<string>;
  /** Destroys that key: what it sealed can never be opened again. */
  destroyForCase(keptId: string): Promise<ErasedKey>;
  /** The key by which readers of a city make a token of a card's number; 32 bytes, for its devices. */
  readerKey(city: string): Promise<Uint8Array>;
  /** The token of a card as readers of a city make it: 32 bytes, of which nobody without the reader key learns a number. */
  cardToken(city: string, kind: string, number: string): Promise<Uint8Array>;
  /** The key of the hashes of a city's card sets in a week, made at first use; undefined once it was erased. */
  epochKey(city: string, epoch: string): Promise<Uint8Array | undefined>;
  /** Erases the keys of a city's weeks before one; undefined where none was left. */
  eraseEpochsBefore(city: string, epoch: string): Promise<ErasedKey | undefined>;
  /** Keyed blind index of a value: the same for the same value, useless without the key. 26 characters. */
  blindIndex(purpose: string, value: string): Promise<string>;
  /**
   * The day's key of a class (`city` when absent), made at first use by whichever instance is first; undefined once it was destroyed, in every instance
   * within five seconds.
   */
  day(city: string, day: Day, keyClass?: KeyClass): Promise<DayVault | undefined>;
  /**
   * Forgetting by mathematics: destroys the day's key. Never undone; the day cannot be opened again by anybody. Says until when copies of
   * the wrapped key may remain.
   */
  destroyDay(city: string, day: Day, keyClass?: KeyClass): Promise<ErasedKey>;
  /** The same for many at once. One that fails stops no other, and fails the call at the end. */
  destroyDays(days: readonly DayScope[]): Promise<ErasedKey>;
  /** Every day whose key was not destroyed. */
  liveDays(): Promise<readonly DayScope[]>;
}
