import { issuesAMonth, lastDayOfMonth, mayRenew, monthAround, passLifeMs } from '@tongcheng/shared/passes/terms';
import { storedForm } from '@tongcheng/shared/stored-form';
import { addDays, type Day, dayOf, type Instant } from '@tongcheng/shared/time';
import { CityCode, Id, WireInstant } from '@tongcheng/shared/wire';
import * as z from 'zod';
import { collection, type DocumentStore, type Stored } from '../../ports/document-store';
import type { Vault } from '../../vault/vault';

/** One issue of a month. */
const Issue = z.strictObject({
  passId: Id,
  city: CityCode,
  issuedAt: WireInstant,
  endsAt: WireInstant,
  issuedBy: z.enum(['phone', 'counter']),
  isRevoked: z.literal(true).exactOptional(),
});
export type Issue = Readonly<z.output<typeof Issue>>;

const form = storedForm(z.array(Issue));

/**
 * The issues of one person in a natural month (P-04), under a keyed index that names nobody: whoever closes their account and comes back finds it
 * again, until two days after the month, which the last pass of it outlives by one.
 */
export interface MonthIssues {
  /** `${day}.${index}` */
  readonly _id: string;
  /** The last day of the month. */
  readonly day: Day;
  /** The issues, sealed for the installation. */
  readonly sealed: string;
}
export const monthIssues = collection<MonthIssues>()({
  name: 'passMonths',
  keep: { until: 'days', days: 2 },
  belongs: { to: 'nobody' },
  distributeBy: '_id',
  partition: 'day',
  indexes: [],
});

/** What reading and taking issues takes. */
export interface MonthIssuesNeeds {
  readonly store: DocumentStore;
  readonly vault: Pick<Vault, 'blindIndex' | 'sealHere' | 'openHere'>;
}

/** The issue that is taken or stands already; `used` when the month has no more. */
type Taken = Issue | 'used';

/**
 * Takes an issue of the month for the holder of a document, by its subject (`vault.subjectOf`). Where a pass of that city stands and lasts longer than
 * the renewal allows, that one is given and nothing is taken; so it is for all who ask at once, from however many accounts and devices. The same
 * `passId` never takes two. When the month is used, a pass that still stands is given.
 */
export async function takeIssue(
  needs: MonthIssuesNeeds,
  subject: string,
  asked: Pick<Issue, 'passId' | 'city' | 'issuedBy'>,
  now: Instant,
): Promise<Taken> {
  const held = await readMonth(needs, subject, now);
  const standing = await standingIssue(needs, subject, asked.city, now);
  const again = held.issues.find(({ passId }) => passId === asked.passId);
  if (again && now < again.endsAt) return again;
  if (standing && !mayRenew(standing.endsAt, now)) return standing;
  if (held.issues.length >= issuesAMonth) return standing ?? 'used';
  const issue = { ...asked, issuedAt: now, endsAt: now + passLifeMs };
  return (await writeMonth(needs, held, [...held.issues, issue])) ? issue : takeIssue(needs, subject, asked, now);
}

/** How many issues a person has left in the month. */
export async function issuesLeft(needs: MonthIssuesNeeds, subject: string, now: Instant): Promise<number> {
  const { issues } = await readMonth(needs, subject, now);
  return Math.max(0, issuesAMonth - issues.length);
}

/** The pass of a person that is valid in a city and ends last, this month’s or the one before’s; undefined when there is none. */
export async function standingIssue(
  needs: MonthIssuesNeeds,
  subject: string,
  city: string,
  now: Instant,
): Promise<Issue | undefined> {
  const { issues } = await readMonth(needs, subject, now);
  const before = await issuesBefore(needs, subject, now);
  return [...before, ...issues]
    .filter((issue) => issue.city === city && now < issue.endsAt && issue.isRevoked === undefined)
    .reduce<Issue | undefined>((last, issue) => (last && last.endsAt > issue.endsAt ? last : issue), undefined);
}

/** Marks an issue as revoked, so that it stands no longer; it stays counted. */
export async function revokeIssue(
  needs: MonthIssuesNeeds,
  subject: string,
  { passId, issuedAt }: Pick<Issue, 'passId' | 'issuedAt'>,
) {
  const held = await readMonth(needs, subject, issuedAt);
  const issues = held.issues.map((issue) => (issue.passId === passId ? { ...issue, isRevoked: true as const } : issue));
  if (held.stored && !(await writeMonth(needs, held, issues))) await revokeIssue(needs, subject, { passId, issuedAt });
}

/** The month of an instant as it is kept, or empty. */
interface HeldMonth {
  readonly id: string;
  readonly day: Day;
  readonly issues: readonly Issue[];
  readonly stored: Stored<MonthIssues> | undefined;
}

async function readMonth({ store, vault }: MonthIssuesNeeds, subject: string, at: Instant): Promise<HeldMonth> {
  const day = lastDayOfMonth(at);
  const id = `${day}.${await vault.blindIndex('pass-month', `${day}.${subject}`)}`;
  const stored = await store.get(monthIssues, id);
  return { id, day, stored, issues: stored ? issuesIn(vault.openHere(id, stored.sealed)) : [] };
}

/** Those of the month before, on the first day of a month only: later none of them stands. */
async function issuesBefore(needs: MonthIssuesNeeds, subject: string, now: Instant): Promise<readonly Issue[]> {
  const { startsAt } = monthAround(now);
  if (now >= startsAt + passLifeMs) return [];
  return (await readMonth(needs, subject, startsAt - 1)).issues;
}

function issuesIn(opened: string): readonly Issue[] {
  const read = form.read(JSON.parse(opened));
  if (!read) throw new Error('issues of a month that cannot be read');
  return read.value;
}

/** False when another was quicker. */
async function writeMonth(
  { store, vault }: MonthIssuesNeeds,
  held: HeldMonth,
  issues: readonly Issue[],
): Promise<boolean> {
  const { id, day, stored } = held;
  const month = { _id: id, day, sealed: vault.sealHere(id, JSON.stringify(issues)) };
  if (!stored) return (await store.insert(monthIssues, month)) === 'inserted';
  return (await store.update(monthIssues, month, stored._v)) === 'updated';
}

/** Days on which a pass that is valid now can have been issued. */
export const issueDays = (now: Instant): readonly Day[] => [addDays(dayOf(now), -1), dayOf(now)];
