/** Something that was opened and must be closed. */
export type Close = () => void | Promise<void>;

/** Closes what was opened, the last first, each even when another failed; then throws the first failure. */
export async function closeAll(closes: readonly Close[]): Promise<void> {
  const faults: unknown[] = [];
  for (const close of [...closes].reverse()) {
    try {
      await close();
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw faults[0];
}
