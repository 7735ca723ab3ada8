import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const mount = (point: string, size: string) =>
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', point], { stdio: 'ignore' });

/** Whether this user may mount: not in every container. */
export const canMount = (): boolean => {
  const point = mkdtempSync(join(tmpdir(), 'tongcheng-mount-'));
  try {
    mount(point, '1m');
    execFileSync('umount', [point]);
    return true;
  } catch {
    return false;
  } finally {
    rmdirSync(point);
  }
};

/** Runs a test body on a disk of its own of this size, which it may change by mount options such as `size=30m` or `ro`. */
export const onDiskOf = async (
  size: string,
  body: (disk: string, remount: (options: string) => void) => Promise<void>,
): Promise<void> => {
  const point = mkdtempSync(join(tmpdir(), 'tongcheng-disk-'));
  mount(point, size);
  try {
    await body(point, (options) => execFileSync('mount', ['-o', `remount,${options}`, point]));
  } finally {
    execFileSync('umount', ['-l', point]);
    rmdirSync(point);
  }
};
