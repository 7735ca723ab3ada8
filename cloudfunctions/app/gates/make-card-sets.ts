import { epochAt } from '@tongcheng/shared/gates/epoch';
import { hourMs, minuteMs } from '@tongcheng/shared/time';
import { blockOf } from '@tongcheng/shared/venues/capabilities';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import type { Stored } from '../../ports/document-store';
import { cardMarks } from '../cards/card-token-record';
import { cities } from '../venues/records';
import { beginWeek } from './begin-week';
import { hashUnder, inSlices, type SetInWork, takeChanges, takeMarks } from './card-statuses';
import { keepMade, type MakeSetNeeds, readable, toldOf, workFor } from './made-sets';
import { nextHead } from './next-head';
import { type SetSigner, setSigner } from './server-keys';
import { writeDelta, writeEnds } from './set-files';
import { type CardSetHead, cardSets } from './set-record';
import type { WorkingSet } from './working-set';

/** A maker that died is given up after so long. */
const leaseSeconds = 900;

/**
 * Makes the card sets of every city with gates true again (B-11): a snapshot at the beginning of a week, deltas where something changed. Several may run at once:
 * one lease a city, and a head that only one of two can move. A city that fails stops no other.
 */
export async function makeCardSets(needs: MakeSetNeeds): Promise<void> {
  const failures: unknown[] = [];
  for await (const batch of needs.store.stream(cities, { where: {} }))
    for (const { settings } of batch) {
      if (needs.stopping?.aborted) return;
      if (!blockOf(settings, 'gates')) continue;
      await needs.lease
        .hold(`card-set.${settings.city}`, leaseSeconds, () => makeCardSet(needs, settings))
        .catch((failure: unknown) => failures.push(failure));
    }
  if (failures.length > 0) throw new Error(`${failures.length} card sets were not made`, { cause: failures[0] });
}

/** Makes one city's set true again, where that is due. Interrupted anywhere it leaves the last good set, and the next run does it again. */
async function makeCardSet(needs: MakeSetNeeds, settings: CitySettings): Promise<void> {
  const { city } = settings;
  const now = needs.clock.now();
  const head = await needs.store.get(cardSets, city);
  const signer = await setSigner(needs.keys, city);
  if (!head || head.epoch !== epochAt(now).name) return beginWeek(needs, signer, settings, head);
  const deltaMs = (blockOf(settings, 'gates')?.deltaMinutes ?? 0) * minuteMs;
  if (now - head.builtAt >= deltaMs) await continueWeek(needs, signer, settings, head);
}

/** Where the files of a set are damaged it is made anew from the cards, with every status asked again: gates go on by what they hold meanwhile. */
async function continueWeek(
  needs: MakeSetNeeds,
  signer: SetSigner,
  settings: CitySettings,
  head: Stored<CardSetHead>,
): Promise<void> {
  const { _id: city, epoch } = head;
  const now = needs.clock.now();
  const key = await needs.vault.epochKey(city, epoch);
  if (!key) throw new Error(`the key of week ${epoch} of ${city} was erased while it lasts`);
  const work = await readable(needs, () => workFor(needs, signer, head));
  if (!work) return beginWeek(needs, signer, settings, head, 'damaged');
  const set: SetInWork = { city, work, hashOf: hashUnder(key) };
  const hour = Math.floor(now / hourMs);
  // Before anything new comes in: bytes of hours go round, and what is new is told from this hour on.
  work.sweep(head.sweptHour, hour);
  const followed = await takeChanges(needs, set, head.cursor);
  const marks = await takeMarks(needs, set);
  const changes = work.changes();
  const madeAt = Math.max(head.madeAt, followed?.asOf ?? 0);
  if (changes.statuses.length === 0 && changes.ends.length === 0 && madeAt === head.madeAt)
    return finish(needs, head, work, marks);
  const told = { ...toldOf(head, madeAt, hour), from: head.version };
  const delta = {
    ...(await writeDelta(needs, signer, told, work.statuses, changes.statuses)),
    from: head.version,
    endsKey: await writeEnds(needs, told, changes.ends),
  };
  const next = await nextHead(needs, signer, work, told, {
    ...head,
    ...{ version: told.version, madeAt, builtAt: now, sweptHour: hour, cards: work.statuses.count() },
    deltas: [...head.deltas, delta],
    ...(followed && { cursor: followed.cursor }),
  });
  const { _v, ...record } = next;
  if ((await needs.store.update(cardSets, record, head._v)) === 'updated') return finish(needs, record, work, marks);
  await Promise.all([delta.key, delta.endsKey].map((each) => needs.objects.delete(each)));
}

/** The set stands: it is kept for the next run, and what it brought in is done. */
async function finish(
  needs: MakeSetNeeds,
  head: CardSetHead,
  work: WorkingSet,
  marks: readonly string[],
): Promise<void> {
  keepMade(needs, head, work);
  // Some side by side: a store keeps them with one write.
  for (const some of inSlices(marks, 50)) await Promise.all(some.map((mark) => needs.store.delete(cardMarks, mark)));
}
