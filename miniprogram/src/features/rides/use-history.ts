import type { OutputOf } from '@tongcheng/shared/endpoint';
import type { history } from '@tongcheng/shared/rides/api';
import type { Text } from '@tongcheng/shared/text';
import { useCallback, useEffect, useState } from 'react';
import { usePhone } from '../../client/phone';

type Page = OutputOf<typeof history>;
const daysAtOnce = 7;

/** The rider's rides by day, as far as fetched. */
export interface History {
  readonly days: Page['days'];
  readonly retentionDays?: number;
  readonly nextBefore?: string;
  readonly busy: boolean;
  readonly trouble?: Text;
}

/** Fetches the latest week, and an earlier one at each asking; all anew after a correction. */
export function useHistory(memberId?: string): {
  readonly history: History;
  readonly fetchMore: () => void;
  readonly fetchAnew: () => void;
} {
  const { rider, city } = usePhone();
  const [history, setHistory] = useState<History>({ days: [], busy: true });
  const fetchFrom = useCallback(
    async (known: Page['days'], before: string | undefined) => {
      setHistory({ days: known, busy: true });
      const here = await city.ensure();
      if (!here) return setHistory({ days: known, busy: false, trouble: away });
      const asked = { city: here.city, days: daysAtOnce, ...(before !== undefined && { before }) };
      const whose = memberId === undefined ? {} : { memberId };
      const answer = await rider.call('rides.history', { ...asked, ...whose });
      if (!answer.ok) return setHistory({ days: known, busy: false, trouble: answer.failure });
      setHistory({ ...answer.value, days: [...known, ...answer.value.days], busy: false });
    },
    [rider, city, memberId],
  );
  useEffect(() => {
    fetchFrom([], undefined);
  }, [fetchFrom]);
  return {
    history,
    fetchMore: () => fetchFrom(history.days, history.nextBefore),
    fetchAnew: () => fetchFrom([], undefined),
  };
}

const away: Text = { zh: '服务暂时没有回应。请稍后再试。', en: 'The service is not answering. Please try again soon.' };
