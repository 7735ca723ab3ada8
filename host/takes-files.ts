import type { ObjectStore } from '@tongcheng/cloudfunctions/ports/object-store';

/** One object, written again and again: whether files can be written is known by writing. */
const pulseKey = 'health/pulse';

/** What this host itself must have mended: whose folder it is, a path, a disk mounted to be read only. */
const ofThisHost: ReadonlySet<unknown> = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT']);

/** Whether the storage takes a file: `not-allowed` where this host may not write there, `away` where the storage is not reached or full. */
export async function takesFiles(objects: ObjectStore): Promise<'taken' | 'away' | 'not-allowed'> {
  try {
    await objects.put(pulseKey, new Uint8Array([1]), 'application/octet-stream');
    return 'taken';
  } catch (fault) {
    const code = typeof fault === 'object' && fault !== null && 'code' in fault ? fault.code : undefined;
    return ofThisHost.has(code) ? 'not-allowed' : 'away';
  }
}
