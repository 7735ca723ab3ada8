import type { setOwnName as endpoint } from '@tongcheng/shared/oversight/api';
import { fail, ok } from '@tongcheng/shared/result';
import type { Clock } from '../../ports/clock';
import type { DocumentStore } from '../../ports/document-store';
import type { KeyService } from '../../ports/key-service';
import { recordAccess } from '../audit/record-access';
import type { UseCase } from '../use-case';
import { officials } from './official-record';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly keys: KeyService;
}

/**
 * What an official is called where others see who proposed and who approved. On record, and never the name or login of another one:
 * nobody passes for the second person.
 */
export const setOwnName: UseCase<typeof endpoint, Needs> = async (needs, caller, { name }) => {
  const all = [];
  for await (const batch of needs.store.stream(officials, { where: {} })) all.push(...batch);
  const own = all.find(({ officialId }) => officialId === caller.officialId);
  if (!own) return fail('official-unknown');
  const others = all.filter((each) => each !== own);
  if (others.some((each) => isCalled(each, name))) return fail('official-name-taken');
  const access = { who: caller.officialId, city: '', what: caller.officialId, reason: 'name', counts: {} };
  await recordAccess(needs, { purpose: 'official-credentials', ...access });
  const { _v, ...record } = own;
  const kept = await needs.store.update(officials, { ...record, name }, _v);
  return kept === 'updated' ? ok({}) : setOwnName(needs, caller, { name });
};

/** Whether an official has this name or login already. */
export const isCalled = (
  { _id: login, name }: { readonly _id: string; readonly name?: string },
  wanted: string,
): boolean => [login, name].some((known) => known?.toLowerCase() === wanted.toLowerCase());
