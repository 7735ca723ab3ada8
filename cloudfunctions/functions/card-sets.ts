import { applyLists } from '../app/cards/lists/apply-lists';
import { makeCardSets } from '../app/gates/make-card-sets';
import { notedParts } from '../app/oversight/operation/note-parts';
import { runParts } from '../app/retention/run-parts';
import { onTimer } from '../edge/serve';
import { containerWith, type NeedsOf } from '../wiring/function-container';
import { objects, statusFeed } from '../wiring/targets/current';

/** Made at the first call; gives the names of its configuration. */
export const container = containerWith({ objects, statusFeed });

/** 发卡方名单生效；闸机卡片集：每周快照，随时增量 lists of issuers put in force; card sets of gates: a snapshot each week, deltas where something changed. */
export async function work(needs: NeedsOf<typeof container>): Promise<void> {
  const parts = {
    'issuers’ lists': () => applyLists(needs),
    'card sets': () => makeCardSets(needs),
  };
  await runParts(needs, notedParts(needs, parts));
}

/** Runs the work when the timer says so, and for nobody else. */
export const main = onTimer(container, work);
