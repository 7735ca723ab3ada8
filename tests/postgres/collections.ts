import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type CollectionSpec, specOf } from '@tongcheng/cloudfunctions/adapters/postgres/collection-spec';
import type { Collection, Doc } from '@tongcheng/cloudfunctions/ports/document-store';

const root = resolve('cloudfunctions');

/** The shape of every collection that the product declares, found by its words in the sources. */
export const allSpecs = (): readonly CollectionSpec[] => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.includes('node_modules') && !name.startsWith('ports/'),
  );
  return files
    .map((name) => join(root, name))
    .filter((file) => /= collection<\w+>\(\)\(/.test(readFileSync(file, 'utf8')))
    .flatMap((file) => Object.values<unknown>(require(file)).filter(isCollection).map(specOf));
};

const isCollection = (value: unknown): value is Collection<Doc> =>
  typeof value === 'object' && value !== null && 'name' in value && 'indexes' in value && Array.isArray(value.indexes);
