import type { Database } from './driver';
import { applyAll, type Group, howMany, refuseAll, type Waiting, waitingFor } from './group';
import { rollBack } from './transaction';

/** {@link Group} whose every sync is a commit of SQLite: for what changes often and grows little. */
export const openCommittedGroup = (database: Database): Group => {
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  let waiting: Waiting[] = [];
  let scheduled = false;

  const schedule = () => {
    if (scheduled) return;
    scheduled = true;
    setImmediate(next);
  };

  const next = () => {
    scheduled = false;
    const group = waiting.slice(0, howMany(waiting));
    waiting = waiting.slice(group.length);
    if (waiting.length > 0) schedule();
    commitAll(group);
  };

  const commitAll = (group: readonly Waiting[]) => {
    try {
      begin.run();
      const { tells } = applyAll(group);
      commit.run();
      for (const tell of tells) tell();
    } catch (fault) {
      rollBack(database);
      refuseAll(group, fault);
    }
  };

  return {
    submit: (write) =>
      waitingFor(write, (one) => {
        waiting.push(one);
        schedule();
      }),
    flush: () => {
      while (waiting.length > 0) next();
    },
  };
};
