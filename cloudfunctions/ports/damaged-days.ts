import { StoreDamaged } from './document-store';

/**
 * What is read over several days or, where one of them is damaged, over the others. For answers that somebody waits for and that serve
 * without that day too. What has to be whole (a report, an erasure) asks the store itself and fails.
 */
export async function overReadableDays<T>(
  days: readonly string[],
  read: (days: readonly string[]) => Promise<T>,
): Promise<T> {
  try {
    return await read(days);
  } catch (fault) {
    if (!(fault instanceof StoreDamaged) || days.length < 2) throw fault;
    const readable: string[] = [];
    for (const day of days) if (await unlessDamaged(() => read([day]).then(() => true), false)) readable.push(day);
    if (readable.length === 0 || readable.length === days.length) throw fault;
    return read(readable);
  }
}

/** What is read or, where it lies in a damaged part, something else. */
export async function unlessDamaged<T>(read: () => Promise<T>, instead: T): Promise<T> {
  try {
    return await read();
  } catch (fault) {
    if (fault instanceof StoreDamaged) return instead;
    throw fault;
  }
}

/** Does something for each, one after another. What meets a damaged part keeps no other from its turn; at the end the first such fault is thrown. */
export async function eachDespiteDamage<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const damaged: StoreDamaged[] = [];
  for (const one of all)
    try {
      await work(one);
    } catch (fault) {
      if (!(fault instanceof StoreDamaged)) throw fault;
      damaged.push(fault);
    }
  const [first] = damaged;
  if (first) throw first;
}
