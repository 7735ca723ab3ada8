const everyMs = 1_000;

/** Does something for each name at once when it was not done for a second, else a second later; the program may end meanwhile. */
export function paced() {
  const doneAt = new Map<string, number>();
  const due = new Map<string, () => void>();

  const perform = (name: string, work: () => void) => {
    doneAt.set(name, performance.now());
    try {
      work();
    } catch {
      // What is damaged is met, and said, by whoever reads or writes it.
      return;
    }
  };

  const performAll = () => {
    const all = [...due];
    due.clear();
    for (const [name, work] of all) perform(name, work);
  };

  return {
    after: (name: string, work: () => void): void => {
      if (due.has(name)) return;
      const last = doneAt.get(name);
      if (last === undefined || performance.now() - last >= everyMs) {
        perform(name, work);
        return;
      }
      if (due.size === 0) setTimeout(performAll, everyMs).unref();
      due.set(name, work);
    },
    /** Does now what would be done later, if anything. */
    now: (name: string): void => {
      const work = due.get(name);
      due.delete(name);
      doneAt.delete(name);
      if (work) perform(name, work);
    },
  };
}
