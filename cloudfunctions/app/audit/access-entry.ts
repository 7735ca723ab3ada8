import type { AccessPurpose } from '@tongcheng/shared/oversight/wire';
import type { Day, Instant } from '@tongcheng/shared/time';
import { collection } from '../../ports/document-store';
import type { Vault } from '../../vault/vault';

/** What is recorded of one access. Ids and counts only, never a personal value. */
export interface RecordedAccess {
  readonly purpose: AccessPurpose;
  /** An official's, a staff member's or a rider's id, the name of a timer, or `installation` for whoever holds its data and keys. */
  readonly who: string;
  readonly city: string;
  readonly day?: Day;
  /** What was opened, by its id. */
  readonly what: string;
  /** The stated reason, from a closed list of the endpoint. */
  readonly reason?: string;
  /** from when the rider whom it is about sees it, where a lawful delay says so; at once when absent. */
  readonly shownFrom?: Instant;
  /** How much: scans, riders, files. */
  readonly counts: Readonly<Record<string, number>>;
}

/** An access and when it was recorded. */
export interface TimedAccess {
  readonly at: Instant;
  readonly access: RecordedAccess;
}

/**
 * A link of a chain: one access, or several that were recorded at once, and a keyed sum over them and the link before.
 * Earlier releases wrote one chain without a key; its ids are numbers in 12 digits, and none is written any more.
 */
export interface AccessEntry extends TimedAccess {
  /** `${day}.${writer}.${number}`: each process writes a chain of its own each day; both numbers begin at 1, without a gap. */
  readonly _id: string;
  /** The others, where the link holds more than one. */
  readonly more?: readonly TimedAccess[];
  /** The sum of the link before; of a chain's first link, that of the log's beginning. */
  readonly before: string;
  readonly hash: string;
}

/** Every access to personal data, in order: half a year at hand, then in files (access-archive.ts). */
export const accessLog = collection<AccessEntry>()({
  name: 'access-log',
  keep: { until: 'access-log' },
  belongs: { to: 'nobody' },
  indexes: [],
});

/** Which entries are about something: a city's day, a report, an appeal, a rider's own request. Out of it riders see who looked. */
export interface AccessAbout {
  /** `${about}/${entry}` */
  readonly _id: string;
  readonly about: string;
  /** Id of the link; of the others of the same link with `+` and their place from 1. */
  readonly entry: string;
}
export const accessAbout = collection<AccessAbout>()({
  name: 'access-about',
  keep: { until: 'access-log' },
  belongs: { to: 'nobody' },
  indexes: [['about']],
});

/** The rides of a city's day, as the log speaks of them. */
export const aboutDay = (city: string, day: Day): string => `${city}.${day}`;

/** What is recorded of one rider's own requests, and of what a desk did for them: a blind mark that nobody can turn back. */
export const aboutPerson = async (vault: Vault, personId: string): Promise<string> =>
  `own.${await vault.blindIndex('own-requests', personId)}`;
