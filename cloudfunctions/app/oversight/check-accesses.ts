import type { checkAccesses as endpoint } from '@tongcheng/shared/oversight/api';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import { addDays } from '@tongcheng/shared/time';
import type { ArchiveNeeds } from '../audit/access-archive';
import { checkAccessLog, parseHead } from '../audit/check-access-log';
import type { UseCase } from '../use-case';
import type { CityOf } from '../venues/cached-records';
import { maxAccessDays } from './list-accesses';

interface Needs extends ArchiveNeeds {
  readonly cityOf: CityOf;
}

/** Whether the log of these days is whole: the log is one, so the verdict is on the days of the whole installation. */
export const checkAccesses: UseCase<typeof endpoint, Needs> = async (needs, caller, { city, from, to, head }) => {
  if (!oversees(caller, cityScope(city)) || !(await needs.cityOf(city))) return fail('city-unknown');
  if (to >= addDays(from, maxAccessDays)) return fail('range-too-long');
  const mailed = head === undefined ? undefined : parseHead(head);
  if (head !== undefined && !mailed) return fail('access-head-unreadable');
  return ok(await checkAccessLog(needs, { mailed, days: { from, to } }));
};
