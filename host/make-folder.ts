import { mkdirSync } from 'node:fs';

/** Makes the data folder, for its owner only; throws with a sentence for whoever named one that cannot be. */
export function makeDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (fault) {
    const told = fault instanceof Error && 'code' in fault ? ` (${String(fault.code)})` : '';
    throw new Error(
      `数据目录建不了，请检查权限或用 --data 另选一个。 The data folder cannot be made: look at its permissions or choose another with --data: ${folder}${told}`,
      { cause: fault },
    );
  }
}
