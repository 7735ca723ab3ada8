import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository, whatever folder a tool was called from. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** An absolute path from parts below the root. */
export const at = (...parts) => join(root, ...parts);
