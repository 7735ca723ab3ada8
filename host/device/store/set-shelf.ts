import { createReadStream, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { HeldSet, SetRefusal, TakingNeeds } from '@tongcheng/shared/gates/held-set';
import { takeDelta, takingSnapshot } from '@tongcheng/shared/gates/take-set-file';
import { flushFolder } from './flushed-file';

/** The set files of a gate on its disk: one snapshot, and the deltas that follow it, each as it was signed. */
export interface SetShelf {
  /** Where a file is written while it comes, by a name of its own; it is there after a power cut, and goes on. */
  draftOf(name: string): string;
  /** The newest set that the files give under these needs; what follows a missing or damaged file is let go. */
  load(needs: TakingNeeds): Promise<HeldSet | undefined>;
  /** Takes a snapshot out of a draft and puts the file on the shelf; the set that is held stays where it is refused. */
  takeSnapshot(needs: TakingNeeds, held: HeldSet | undefined, draft: string): Promise<HeldSet | SetRefusal>;
  /** The same of a delta; the cards of the set that is held are changed in their place. */
  takeDelta(needs: TakingNeeds, held: HeldSet, draft: string): HeldSet | SetRefusal;
  /** Deltas that lie behind the snapshot: with many a new snapshot makes the next start shorter. */
  deltas(): number;
  /** Takes away drafts of other names than these. */
  clear(names: readonly string[]): void;
}

const shelved = /^(\d{16})\.(snapshot|delta)$/;
const nameOf = (version: number, kind: 'snapshot' | 'delta') => `${String(version).padStart(16, '0')}.${kind}`;

/** The shelf of a folder. */
export function setShelfIn(folder: string): SetShelf {
  const at = join(folder, 'sets');
  mkdirSync(at, { recursive: true, mode: 0o700 });
  const files = () =>
    readdirSync(at)
      .sort()
      .flatMap((name) => {
        const kind = shelved.exec(name)?.[2];
        return kind === undefined ? [] : [{ name, kind }];
      });
  const remove = (name: string) => rmSync(join(at, name), { force: true });
  const put = (draft: string, name: string) => {
    renameSync(draft, join(at, name));
    flushFolder(at);
  };
  /** The set in memory has the change already: where the disk does not take the file, the next start begins before it. */
  const putWherePossible = (draft: string, name: string) => {
    try {
      put(draft, name);
    } catch {
      remove(name);
    }
  };
  return {
    draftOf: (name) => join(at, `${name}.draft`),
    async load(needs) {
      const all = files();
      let held: HeldSet | undefined;
      for (const { name } of all.filter(({ kind }) => kind === 'snapshot').reverse()) {
        if (held) remove(name);
        else held = setOr(await snapshotFrom(join(at, name), needs, undefined));
      }
      for (const { name } of all.filter(({ kind }) => kind === 'delta')) {
        const next: HeldSet | undefined = held && setOr(takeDelta(needs, held, readFileSync(join(at, name))));
        if (next) held = next;
        else remove(name);
      }
      return held;
    },
    async takeSnapshot(needs, held, draft) {
      const taken = await snapshotFrom(draft, needs, held);
      if (typeof taken === 'string') return taken;
      const before = files();
      put(draft, nameOf(taken.header.version, 'snapshot'));
      for (const { name } of before) remove(name);
      return taken;
    },
    takeDelta(needs, held, draft) {
      const taken = takeDelta(needs, held, readFileSync(draft));
      if (typeof taken !== 'string') putWherePossible(draft, nameOf(taken.header.version, 'delta'));
      return taken;
    },
    deltas: () => files().filter(({ kind }) => kind === 'delta').length,
    clear(names) {
      const wanted = names.map((name) => `${name}.draft`);
      for (const name of readdirSync(at)) if (name.endsWith('.draft') && !wanted.includes(name)) remove(name);
    },
  };
}

const setOr = (taken: HeldSet | SetRefusal): HeldSet | undefined => (typeof taken === 'string' ? undefined : taken);

async function snapshotFrom(path: string, needs: TakingNeeds, held: HeldSet | undefined) {
  const taking = takingSnapshot(needs, held);
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 18 })) {
    const refusal = taking.take(piece);
    if (refusal) return refusal;
  }
  return taking.end();
}
