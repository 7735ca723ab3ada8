import type * as api from '@tongcheng/shared/publications/api';
import type { DeletionRow } from '@tongcheng/shared/publications/wire';
import { fail, ok } from '@tongcheng/shared/result';
import type { DocumentStore } from '../../ports/document-store';
import type { KeyService } from '../../ports/key-service';
import type { UseCase } from '../use-case';
import type { CityOf } from '../venues/cached-records';
import { type DeletionCertificate, deletionCertificates } from './certificates/deletion-certificate-record';
import { certificateSigner } from './certificates/sign-certificate';

interface Needs {
  readonly store: DocumentStore;
  readonly cityOf: CityOf;
  readonly keys: Pick<KeyService, 'derive'>;
}

/** The deletion certificates of a city, those of one that was removed too. */
export const deletions: UseCase<typeof api.deletions, Needs> = async (needs, _caller, { city, after, limit }) => {
  const { store, cityOf, keys } = needs;
  const where = { city, state: 'issued' } as const;
  const order = { by: 'day', direction: 'desc' } as const;
  const page = await store.find(deletionCertificates, { where, order, limit, ...(after !== undefined && { after }) });
  if (page.items.length === 0 && !(await cityOf(city))) return fail('city-unknown');
  const { publicKey } = await certificateSigner(keys);
  const rows = page.items.flatMap(rowOf);
  return ok({ key: publicKey, rows, ...(page.next !== undefined && { next: page.next }) });
};

function rowOf({ day, keyClass, counts, countedAt, cause, issued }: DeletionCertificate): readonly DeletionRow[] {
  if (!issued) return [];
  const { erasedAt, copiesUntil, signed, holds } = issued;
  const row = { day, class: keyClass, countedAt, destroyedAt: erasedAt, cause, signed };
  return [
    {
      ...row,
      ...(counts && { counts }),
      ...(holds && { holds: [...holds] }),
      ...(copiesUntil !== 'unknown' && { copiesUntil }),
    },
  ];
}
