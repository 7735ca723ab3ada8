import type { AnyCollection } from '@tongcheng/cloudfunctions/ports/any-collection';
import type { Manifest } from './archive';
import { documentCollections, keyCollections } from './every-collection';

/** One of the two archives of a backup: documents with their files, or wrapped keys. They never lie in one folder. */
export interface BackupPart {
  readonly collections: readonly AnyCollection[];
  readonly folder: string;
  readonly holds: Manifest['holds'];
}

/** Both parts of a backup. */
export const partsIn = (folder: string, keysFolder: string): readonly [BackupPart, BackupPart] => [
  { collections: documentCollections, folder, holds: 'documents' },
  { collections: keyCollections, folder: keysFolder, holds: 'keys' },
];
