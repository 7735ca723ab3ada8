import type { OfficialCaller } from '@tongcheng/shared/caller';
import { aboutPerson } from '../../audit/access-entry';
import { recordAccess } from '../../audit/record-access';
import type { TracingNeeds } from './tracing-needs';

/** Under each rider's own mark: they see it. A coach's passenger who is not enrolled has no place to see it in. */
export async function recordForRiders(
  needs: TracingNeeds,
  { officialId: who }: Pick<OfficialCaller, 'officialId'>,
  city: string,
  personIds: readonly string[],
): Promise<void> {
  const access = { purpose: 'tracing', who, city, reason: 'exposure-notice', counts: {} } as const;
  const marks = await Promise.all(personIds.map((personId) => aboutPerson(needs.vault, personId)));
  await Promise.all(marks.map((what) => recordAccess(needs, { ...access, what })));
}
