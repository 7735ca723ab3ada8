import type { OfficialCaller } from '@tongcheng/shared/caller';
import { aboutPerson } from '../../audit/access-entry';
import { recordAccess } from '../../audit/record-access';
import { shownFromOf } from '../measures/measures-of';
import type { TracingNeeds } from './tracing-needs';

/**
 * Under each rider's own mark: they see it, at once or once a lawful delay of the case is over. A coach's passenger who is not enrolled has no
 * place to see it in.
 */
export async function recordForRiders(
  needs: TracingNeeds,
  { officialId: who }: Pick<OfficialCaller, 'officialId'>,
  { city, caseId }: { readonly city: string; readonly caseId: string },
  personIds: readonly string[],
): Promise<void> {
  const shownFrom = await shownFromOf(needs, caseId);
  const access = { purpose: 'tracing', who, city, reason: 'exposure-notice', counts: {} } as const;
  const marks = await Promise.all(personIds.map((personId) => aboutPerson(needs.vault, personId)));
  const entries = marks.map((what) => ({ ...access, what, ...(shownFrom !== undefined && { shownFrom }) }));
  await Promise.all(entries.map((entry) => recordAccess(needs, entry)));
}
