import { createHmac } from 'node:crypto';
import { type CardHash, cardHash } from '@tongcheng/shared/gates/card-hash';
import { statusByte, statusClasses } from '@tongcheng/shared/gates/status-byte';
import { dayOf, type Instant } from '@tongcheng/shared/time';
import type { DocumentStore } from '../../ports/document-store';
import { ServiceUnavailable } from '../../ports/service-unavailable';
import { type FollowedStatus, mostFollowed, type StatusFeed } from '../../ports/status-feed';
import type { Vault } from '../../vault/vault';
import { cardClaims } from '../cards/card-record';
import { type CardMark, type CardToken, cardMarks, cardTokens } from '../cards/card-token-record';
import { tokenIn } from '../cards/card-tokens';
import { factsOfHolders } from '../cards/stated/stated-facts';
import { isStatedHolder } from '../cards/stated/stated-record';
import { endByte, noEnd } from './status-ends';
import { statusTurns } from './status-turn-record';
import type { WorkingSet } from './working-set';

/** What bringing statuses into a set takes. */
export interface StatusNeeds {
  readonly store: DocumentStore;
  readonly clock: { now(): Instant };
  readonly vault: Vault;
  readonly statusFeed: StatusFeed | undefined;
}

/** Where a token stands under the key of a week. */
export const hashUnder =
  (epochKey: Uint8Array) =>
  (token: Uint8Array): CardHash =>
    cardHash(createHmac('sha256', epochKey).update(token).digest());

/** The set being made: whose, and where its cards stand. */
export interface SetInWork {
  readonly city: string;
  readonly work: WorkingSet;
  readonly hashOf: (token: Uint8Array) => CardHash;
}

/** A linked card of which no status is known: for staff wherever a rule asks for one. */
export const unknownStatus = { status: statusClasses.unknown, end: noEnd } as const;

/** A card that was reported lost: gates keep shut for it. */
export const blockedStatus = { status: statusClasses.blocked, end: noEnd } as const;

/** Whether a byte says nothing of a linked card's holder. */
const isUnsaid = (byte: number | undefined): boolean => byte === undefined || byte === statusClasses.blocked;

const statusAndEnd = ({ status, test }: FollowedStatus, now: Instant) => ({
  status: statusByte({ identity: true, status, test }, now),
  end: status && now < status.expiresAt ? endByte(status.expiresAt, now) : noEnd,
});

/** How far the source was followed: where to go on, and when the statuses were so. */
export interface FollowedTo {
  readonly cursor: string;
  readonly asOf: Instant;
}

/** More than this many pages wait for the next run: a run ends in its time. */
const mostPages = 200;

/** Brings in what changed since a cursor; undefined where the source is away or an installation has none: then nothing is as of now. */
export async function takeChanges(
  needs: StatusNeeds,
  set: SetInWork,
  cursor: string | undefined,
): Promise<FollowedTo | undefined> {
  const { statusFeed } = needs;
  let to: FollowedTo | undefined;
  for (let page = 0; statusFeed && page < mostPages; page += 1) {
    const told = await unlessAway(() => statusFeed.changes(to?.cursor ?? cursor));
    if (!told) break;
    await takeStatuses(needs, set, told.changes);
    to = { cursor: told.next, asOf: told.asOf };
    if (!told.more) break;
  }
  return to;
}

async function takeStatuses(needs: StatusNeeds, { city, work, hashOf }: SetInWork, told: readonly FollowedStatus[]) {
  const bySubject = new Map(told.map((each) => [each.subject, each]));
  const now = needs.clock.now();
  const followed = new Set<string>();
  for (const subjects of inSlices([...bySubject.keys()], 100)) {
    const where = { subject: { in: subjects } };
    for await (const batch of needs.store.stream(cardTokens, { where }))
      for (const token of batch) {
        followed.add(token.subject);
        const status = bySubject.get(token.subject);
        if (status && token.city === city && !token.blocked)
          work.put(hashOf(tokenIn(needs, token._id, token.sealedToken)), statusAndEnd(status, now));
      }
  }
  await noteTurns(needs, told, now);
  const unknown = [...bySubject.keys()].filter((subject) => !followed.has(subject));
  // Nobody's card any more: their source need not tell us of them.
  for (const subjects of inSlices(unknown, mostFollowed))
    await unlessAway(async () => needs.statusFeed?.leave(subjects));
}

/** Of those who turned red: taps from before may come still. */
async function noteTurns({ store }: StatusNeeds, told: readonly FollowedStatus[], now: Instant): Promise<void> {
  const day = dayOf(now);
  const red = told.flatMap(({ subject, status }) =>
    status?.colour === 'red' ? [{ _id: `${day}.${subject}`, day, turnedAt: status.issuedAt }] : [],
  );
  for (const some of inSlices(red, 1_000)) await store.insertMany(statusTurns, some);
}

/** Marks that are looked at in one run. */
const mostMarks = 5_000;

/** Brings in cards that were linked or unlinked. Gives the marks that are done, to be removed once the set stands. */
export async function takeMarks(needs: StatusNeeds, set: SetInWork): Promise<readonly string[]> {
  const done: string[] = [];
  let after: string | undefined;
  for (let looked = 0; looked < mostMarks; looked += mostFollowed) {
    const page = await needs.store.find(cardMarks, {
      where: { city: set.city },
      limit: mostFollowed,
      ...(after === undefined ? {} : { after }),
    });
    done.push(...(await takeSome(needs, set, page.items)));
    after = page.next;
    if (after === undefined) break;
  }
  return done;
}

async function takeSome(needs: StatusNeeds, set: SetInWork, marks: readonly CardMark[]): Promise<readonly string[]> {
  if (marks.length === 0) return [];
  const linked = await linkedAmong(needs, marks);
  const told = await statusesOf(needs, [...linked.values()]);
  const now = needs.clock.now();
  return marks.flatMap(({ _id, tokenId, sealedToken }) => {
    const hash = set.hashOf(tokenIn(needs, tokenId, sealedToken));
    const token = linked.get(tokenId);
    if (!token) set.work.remove(hash);
    const status = token && told?.get(token.subject);
    if (token?.blocked) set.work.put(hash, blockedStatus);
    else if (status) set.work.put(hash, statusAndEnd(status, now));
    else if (token && isUnsaid(set.work.statuses.find(hash))) set.work.put(hash, unknownStatus);
    // Whose status could not be asked for is asked again; who is not known to the source at all has none.
    return token && !told && needs.statusFeed ? [] : [_id];
  });
}

/** Tokens whose holder has the card still, by id. */
export async function linkedAmong(
  { store }: Pick<StatusNeeds, 'store'>,
  marks: readonly Pick<CardMark, 'tokenId'>[],
): Promise<ReadonlyMap<string, CardToken>> {
  const ids = [...new Set(marks.map(({ tokenId }) => tokenId))];
  const found: CardToken[] = [];
  for (const some of inSlices(ids, 100))
    found.push(...(await store.find(cardTokens, { where: { _id: { in: some } }, limit: 100 })).items);
  const held = await claimedAmong(store, found);
  return new Map(held.map((token) => [token._id, token]));
}

/** Of these tokens those whose claim stands. */
export async function claimedAmong(store: DocumentStore, tokens: readonly CardToken[]): Promise<readonly CardToken[]> {
  const holders = new Map<string, string>();
  for (const some of inSlices(tokens, 100)) {
    const where = { _id: { in: some.map(({ claimId }) => claimId) } };
    for (const { _id, personId } of (await store.find(cardClaims, { where, limit: 100 })).items)
      holders.set(_id, personId);
  }
  return tokens.filter(({ claimId, personId }) => holders.get(claimId) === personId);
}

/** What the source says of the holders, followed from now on; undefined where it is away. */
async function statusesOf(
  needs: StatusNeeds,
  tokens: readonly CardToken[],
): Promise<ReadonlyMap<string, FollowedStatus> | undefined> {
  const { vault, statusFeed } = needs;
  if (!statusFeed) return undefined;
  const told = new Map<string, FollowedStatus>();
  const ids = tokens.map(({ personId }) => personId);
  const stated = await factsOfHolders(
    needs,
    tokens.filter(({ personId }) => isStatedHolder(personId)),
  );
  const persons = await vault.reveal(
    ids.filter((id) => !isStatedHolder(id)),
    'status-query',
  );
  const holders = tokens.flatMap(({ personId, subject }) => {
    const facts = persons.get(personId) ?? stated.get(personId);
    return facts ? [{ subject, documentKind: facts.documentKind, documentNumber: facts.documentNumber }] : [];
  });
  for (const some of inSlices(holders, mostFollowed)) {
    const answers = await unlessAway(() => statusFeed.follow(some));
    if (!answers) return undefined;
    for (const each of answers) told.set(each.subject, each);
  }
  return told;
}

async function unlessAway<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (fault) {
    if (fault instanceof ServiceUnavailable) return undefined;
    throw fault;
  }
}

/** A list in pieces of at most so many. */
export const inSlices = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));
