import type { StaffName } from '@tongcheng/shared/rides/wire';

/** The name and role of a member of staff by their id; undefined for an id that nobody has. */
export type StaffOf = (staffId: string) => Promise<StaffName | undefined>;

/** The names of staff by their ids, each asked for once. */
export async function staffNames(
  staffOf: StaffOf,
  staffIds: readonly (string | undefined)[],
): Promise<ReadonlyMap<string, StaffName>> {
  const names = new Map<string, StaffName>();
  for (const staffId of new Set(staffIds)) {
    const name = staffId === undefined ? undefined : await staffOf(staffId);
    if (staffId !== undefined && name) names.set(staffId, name);
  }
  return names;
}
