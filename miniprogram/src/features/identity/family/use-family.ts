import type { FamilyView } from '@tongcheng/shared/identity/wire';
import { familyRecord } from '../../../client/family-record';
import { usePhone } from '../../../client/phone';
import type { Records } from '../../../client/records';
import { useQuery } from '../../../client/use-query';

/** The rider's family; what came is kept, so that a scan offers it at once. */
export function useFamily() {
  const { records } = usePhone();
  const { value, failure, fetch, change, put } = useQuery(async (rider) => {
    const answer = await rider.call('identity.list-family', {});
    if (answer.ok) keepMembers(records, answer.value);
    return answer;
  });
  const remove = (memberId: string) => change((rider) => rider.call('identity.remove-member', { memberId }));
  const take = (came: FamilyView) => {
    keepMembers(records, came);
    put(came);
  };
  return { family: value, failure, fetch, remove, take };
}

/** Keeps the members on the phone; who is no member any more no longer rides along. */
function keepMembers(records: Records, family: FamilyView): void {
  const known = records.read(familyRecord);
  const members = family.members.map(({ memberId, maskedName }) => ({ memberId, maskedName }));
  const chosen = known.chosen.filter((id) => members.some(({ memberId }) => memberId === id));
  records.write(familyRecord, { ...known, members, chosen });
}
