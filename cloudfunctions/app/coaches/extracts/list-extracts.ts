import type { ExtractRow, listExtracts as endpoint } from '@tongcheng/shared/coaches/extracts-api';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import type { UseCase } from '../../use-case';
import { coachCity } from '../coach-city';
import { coachExtracts, soughtDocumentOf } from './extract-record';
import { extractRow } from './extract-row';
import type { ExtractNeeds } from './request-extract';

/** Requests for extracts of a city, the newest first. */
export const listExtracts: UseCase<typeof endpoint, ExtractNeeds> = async (needs, caller, { city, limit }) => {
  if (!oversees(caller, cityScope(city))) return fail('city-unknown');
  const place = await coachCity(needs, city);
  if (!place.ok) return place;
  const order = { by: '_id', direction: 'desc' } as const;
  const { items } = await needs.store.find(coachExtracts, { where: { city }, order, limit });
  const now = needs.clock.now();
  const rows = items.map(async (record): Promise<ExtractRow> => {
    const document = record.content.of === 'document' ? await soughtDocumentOf(needs, record._id) : undefined;
    return extractRow(record, document, now);
  });
  return ok({ extracts: await Promise.all(rows) });
};
