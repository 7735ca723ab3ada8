import type { ChildProcess } from 'node:child_process';
import { setTimeout as rest } from 'node:timers/promises';

const stepMs = 50;

/**
 * Ends a process that was started as the head of a group (`detached`) and resolves when none of the group is left: `npm` exits before the
 * host and its gates, which still write into their folders.
 */
export async function endGroup({ pid }: ChildProcess): Promise<void> {
  if (pid === undefined) return;
  for (let said = signalGroup(pid, 'SIGTERM'); said; said = signalGroup(pid, 0)) await rest(stepMs);
}

/** Whether somebody of the group was there to hear it. */
function signalGroup(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-pid, signal);
  } catch {
    return false;
  }
}
