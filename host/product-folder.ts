import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The product's folder: where `serverless.yml` lies, upwards from this file, be it source or built. */
export const productFolder = upwards(__dirname);

function upwards(folder: string): string {
  if (existsSync(join(folder, 'serverless.yml'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('找不到 serverless.yml serverless.yml was not found');
  return upwards(parent);
}

/** A path inside the product's folder. */
export const productPath = (...parts: readonly string[]): string => join(productFolder, ...parts);
