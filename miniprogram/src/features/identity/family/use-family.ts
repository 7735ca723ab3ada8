import type { FamilyView } from '@tongcheng/shared/identity/wire';
import type { Text } from '@tongcheng/shared/text';
import { useCallback, useEffect, useState } from 'react';
import { familyRecord } from '../../../client/family-record';
import { usePhone } from '../../../client/phone';

/** The rider's family; what came is kept, so that a scan offers it at once. */
export function useFamily() {
  const { rider, records } = usePhone();
  const [family, setFamily] = useState<FamilyView>();
  const [trouble, setTrouble] = useState<Text>();
  const take = useCallback(
    (came: FamilyView) => {
      setFamily(came);
      const known = records.read(familyRecord);
      const members = came.members.map(({ memberId, maskedName }) => ({ memberId, maskedName }));
      const chosen = known.chosen.filter((id) => members.some(({ memberId }) => memberId === id));
      records.write(familyRecord, { ...known, members, chosen });
    },
    [records],
  );
  const fetch = useCallback(async () => {
    setTrouble(undefined);
    const answer = await rider.call('identity.list-family', {});
    if (answer.ok) take(answer.value);
    else setTrouble(answer.failure);
  }, [rider, take]);
  const remove = useCallback(
    async (memberId: string) => {
      const answer = await rider.call('identity.remove-member', { memberId });
      if (!answer.ok) return setTrouble(answer.failure);
      await fetch();
    },
    [rider, fetch],
  );
  useEffect(() => {
    fetch();
  }, [fetch]);
  return { family, trouble, fetch, remove, take };
}
