import { applyLists } from '../app/cards/lists/apply-lists';
import { makeCardSets } from '../app/gates/make-card-sets';
import { onTimer } from '../edge/serve';
import { containerWith, type NeedsOf } from '../wiring/function-container';
import { objects, statusFeed } from '../wiring/targets/current';

/** Made at the first call; gives the names of its configuration. */
export const container = containerWith({ objects, statusFeed });

/** 发卡方名单生效；闸机卡片集：每周快照，随时增量 lists of issuers put in force; card sets of gates: a snapshot each week, deltas where something changed. */
export async function work(needs: NeedsOf<typeof container>): Promise<void> {
  await applyLists(needs);
  await makeCardSets(needs);
}

/** Runs the work when the timer says so, and for nobody else. */
export const main = onTimer(container, work);
