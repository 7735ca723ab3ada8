import { hourMs } from '@tongcheng/shared/time';
import { LRUCache } from 'lru-cache';

/** What came before the camera of a check. */
type SeenFace = 'nobody-yet' | 'the-person' | 'another-face';

/** The local face-check service: checks that were begun, and what their camera saw. */
export interface FaceChecks {
  begin(documentNumber: string): { readonly checkId: string; readonly endsAt: number };
  /** The page of a check; gives whether there is such a check. */
  see(checkId: string, seen: SeenFace): boolean;
  outcome(checkId: string, documentNumber: string): 'passed' | 'failed' | 'pending';
}

/** Kept at once, in memory: past this many the oldest is let go. */
const maxChecks = 10_000;
const livesMs = 2 * hourMs;

/** Checks on this clock; one that is over is as unknown as one that never was. */
export function faceChecks(now: () => number, newId: () => string): FaceChecks {
  const checks = new LRUCache<string, { readonly number: string; readonly endsAt: number; seen: SeenFace }>({
    maxSize: maxChecks,
    sizeCalculation: () => 1,
  });
  const open = (checkId: string) => {
    const check = checks.get(checkId);
    return check && now() < check.endsAt ? check : undefined;
  };
  return {
    begin: (number) => {
      const [checkId, endsAt] = [newId(), now() + livesMs];
      checks.set(checkId, { number, endsAt, seen: 'nobody-yet' });
      return { checkId, endsAt };
    },
    see: (checkId, seen) => {
      const check = open(checkId);
      if (check) check.seen = seen;
      return check !== undefined;
    },
    outcome: (checkId, documentNumber) => {
      const check = open(checkId);
      if (!check || check.number !== documentNumber) return 'failed';
      if (check.seen === 'nobody-yet') return 'pending';
      return check.seen === 'the-person' ? 'passed' : 'failed';
    },
  };
}
