import { epochAt } from '@tongcheng/shared/gates/epoch';
import { statusClasses } from '@tongcheng/shared/gates/status-byte';
import { hourMs } from '@tongcheng/shared/time';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import type { Stored } from '../../ports/document-store';
import { erasureFields } from '../../ports/key-store';
import { cardHolders } from '../cards/card-record';
import { type CardToken, cardMarks, cardTokens } from '../cards/card-token-record';
import { keepToken, readsKind, tokenIn } from '../cards/card-tokens';
import { statedFacts } from '../cards/stated/stated-facts';
import { statedCards } from '../cards/stated/stated-record';
import { blockedStatus, claimedAmong, hashUnder, inSlices, takeChanges, unknownStatus } from './card-statuses';
import { loadSet } from './load-set';
import { keepMade, type MakeSetNeeds, readable, toldOf } from './made-sets';
import type { SetSigner } from './server-keys';
import { writeEnds, writeSnapshot } from './set-files';
import { type CardSetHead, cardSets } from './set-record';
import { noEnd } from './status-ends';
import { type WorkingSet, workOn } from './working-set';

/**
 * Begins a week, or the first set of a city: every linked card under the new key, with the status that it had under the old one, which is then
 * erased. Tokens are hashed again and no number is opened, but for cards that were linked before their city had gates.
 */
export async function beginWeek(
  needs: MakeSetNeeds,
  signer: SetSigner,
  settings: CitySettings,
  head: Stored<CardSetHead> | undefined,
  files: 'readable' | 'damaged' = 'readable',
): Promise<void> {
  const { city } = settings;
  const now = needs.clock.now();
  const hour = Math.floor(now / hourMs);
  const epoch = epochAt(now).name;
  const key = await needs.vault.epochKey(city, epoch);
  if (!key) throw new Error(`the key of week ${epoch} of ${city} was erased`);
  await linkEarlierCards(needs, settings);
  const before = files === 'damaged' ? undefined : await setBefore(needs, signer, head, hour);
  const work = workOn();
  const hashOf = hashUnder(key);
  await takeTokens(needs, city, work, hashOf, before);
  const followed = await takeChanges(needs, { city, work, hashOf }, head?.cursor);
  const madeAt = followed?.asOf ?? head?.madeAt ?? now;
  const told = toldOf({ _id: city, epoch, version: head?.version ?? 0 }, madeAt, hour);
  const snapshot = await writeSnapshot(needs, signer, told, work.statuses);
  const endsKey = await writeEnds(needs, told, work.ends);
  const cursor = followed?.cursor ?? head?.cursor;
  const record: CardSetHead = {
    ...{ _id: city, epoch, version: told.version, madeAt, builtAt: now, sweptHour: hour },
    ...{ cards: work.statuses.count(), snapshot, endsKey, deltas: [], past: pastOf(head, now) },
    ...(cursor !== undefined && { cursor }),
  };
  const kept = head ? await needs.store.update(cardSets, record, head._v) : await needs.store.insert(cardSets, record);
  if (kept !== 'updated' && kept !== 'inserted') {
    await Promise.all([snapshot.key, endsKey].map((each) => needs.objects.delete(each)));
    return;
  }
  keepMade(needs, record, work);
  const erased = await needs.vault.eraseEpochsBefore(city, epoch);
  if (erased)
    needs.log.event('notice', 'the key of a week of card sets was erased', { city, ...erasureFields(erased) });
}

/** All files of the week before: links to them are open still. */
const pastOf = (head: CardSetHead | undefined, since: number): CardSetHead['past'] =>
  head
    ? [
        ...head.past,
        ...[head.snapshot.key, head.endsKey, ...head.deltas.flatMap(({ key, endsKey }) => [key, endsKey])].map(
          (key) => ({
            key,
            since,
          }),
        ),
      ]
    : [];

/** What was known of cards until now. A city whose old key or files are gone begins with nothing known: everybody is sent to staff until statuses come. */
async function setBefore(
  needs: MakeSetNeeds,
  signer: SetSigner,
  head: CardSetHead | undefined,
  hour: number,
): Promise<{ readonly work: WorkingSet; readonly hashOf: ReturnType<typeof hashUnder> } | undefined> {
  const key = head && (await needs.vault.epochKey(head._id, head.epoch));
  if (!head || !key) return undefined;
  const work = await readable(needs, () => loadSet(needs, signer, head));
  if (!work) return undefined;
  work.sweep(head.sweptHour, hour);
  return { work, hashOf: hashUnder(key) };
}

async function takeTokens(
  needs: MakeSetNeeds,
  city: string,
  work: WorkingSet,
  hashOf: ReturnType<typeof hashUnder>,
  before: Awaited<ReturnType<typeof setBefore>>,
): Promise<void> {
  for await (const batch of needs.store.stream(cardTokens, { where: { city }, order: { by: '_id', direction: 'asc' } }))
    for (const tokens of inSlices(batch, 100)) {
      const unknown: CardToken[] = [];
      for (const token of await claimedAmong(needs.store, tokens)) {
        const bytes = tokenIn(needs, token._id, token.sealedToken);
        const hash = hashOf(bytes);
        const old = before?.hashOf(bytes);
        const status = old && before?.work.statuses.find(old);
        if (isUnsaid(status) && !token.blocked) unknown.push(token);
        if (work.statuses.find(hash) !== undefined) work.put(hash, { status: statusClasses.ambiguous, end: noEnd });
        else if (token.blocked) work.put(hash, blockedStatus);
        else if (status === undefined || !old || isUnsaid(status)) work.put(hash, unknownStatus);
        else work.put(hash, { status, end: before?.work.ends.find(old) ?? noEnd });
      }
      if (unknown.length > 0) await askAnew(needs, unknown);
    }
}

/** Nothing is known of the holder by such a byte: none, one that two cards shared, or that of a lost card which was found since. */
const isUnsaid = (status: number | undefined): boolean =>
  status === undefined || status === statusClasses.ambiguous || status === statusClasses.blocked;

/** Their statuses are asked for when marks are next looked at; under the tokens' ids, so that each waits once however often a week begins. */
async function askAnew({ store }: MakeSetNeeds, tokens: readonly CardToken[]): Promise<void> {
  await store.insertMany(
    cardMarks,
    tokens.map(({ _id, city, sealedToken }) => ({ _id, city, tokenId: _id, sealedToken })),
  );
}

/** Cards that were linked before their city had gates, or whose linking was interrupted, get their tokens: only of these numbers are opened, once. */
async function linkEarlierCards(needs: MakeSetNeeds, settings: CitySettings): Promise<void> {
  const { city } = settings;
  for await (const batch of needs.store.stream(cardHolders, { where: {} }))
    for (const holders of inSlices(batch, 100)) {
      const where = { personId: { in: holders.map(({ _id }) => _id) } };
      const known = new Set<string>();
      for await (const tokens of needs.store.stream(cardTokens, { where }))
        for (const token of tokens) if (token.city === city) known.add(token.claimId);
      for (const { _id: personId, cards } of holders)
        for (const { cardId, claimId, kind, sealedNumber } of cards) {
          if (known.has(claimId) || !readsKind(settings, kind)) continue;
          const number = await needs.vault.openFor(personId, cardId, sealedNumber);
          await keepToken(needs, city, { personId, claimId, kind, number });
        }
    }
  await linkEarlierStated(needs, settings);
}

/** The same of cards that partners linked before their city had gates. */
async function linkEarlierStated(needs: MakeSetNeeds, settings: CitySettings): Promise<void> {
  const { city } = settings;
  for await (const batch of needs.store.stream(statedCards, { where: {} }))
    for (const card of batch) {
      const { claimId, holderId: personId, kind, state } = card;
      if (state !== 'linked' || !readsKind(settings, kind)) continue;
      const where = { personId };
      const { items } = await needs.store.find(cardTokens, { where, limit: 100 });
      if (items.some((token) => token.city === city && token.claimId === claimId)) continue;
      const { number } = await statedFacts(needs.vault, card);
      await keepToken(needs, city, { personId, claimId, kind, number });
    }
}
