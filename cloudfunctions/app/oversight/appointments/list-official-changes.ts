import type { listOfficialChanges as endpoint } from '@tongcheng/shared/oversight/api';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import type { Clock } from '../../../ports/clock';
import type { DocumentStore } from '../../../ports/document-store';
import type { UseCase } from '../../use-case';
import type { CityOf } from '../../venues/cached-records';
import { allOfficials } from './administrators';
import { changeRow, isLinkOpen, isUndecided, proposalEnds } from './official-change';
import { type OfficialChangeRecord, officialChanges } from './official-change-record';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly cityOf: CityOf;
}

/** Changes about officials of a city of the caller that wait for a second person, and links that can still be used; the oldest first. */
export const listOfficialChanges: UseCase<typeof endpoint, Needs> = async (needs, caller, { city }) => {
  if (!oversees(caller, cityScope(city)) || !(await needs.cityOf(city))) return fail('city-unknown');
  const now = needs.clock.now();
  const isOpen = (change: OfficialChangeRecord) =>
    (isUndecided(change) && now < proposalEnds(change)) || isLinkOpen(change, now);
  const isHere = ({ before, after }: OfficialChangeRecord) =>
    [before, after].some((each) => each && oversees(each, cityScope(city)));
  const waiting: OfficialChangeRecord[] = [];
  for await (const batch of needs.store.stream(officialChanges, { where: { state: { in: ['open', 'approved'] } } }))
    waiting.push(...batch.filter((change) => isOpen(change) && isHere(change)));
  const names = new Map((await allOfficials(needs)).map(({ officialId, name }) => [officialId, name] as const));
  const inOrder = waiting.toSorted((one, other) => one.proposedAt - other.proposedAt);
  return ok({ changes: inOrder.map((each) => changeRow(caller, each, each.name ?? names.get(each.officialId))) });
};
