import type { CardView } from '@tongcheng/shared/cards/api';
import type { Text } from '@tongcheng/shared/text';
import { useCallback, useEffect, useState } from 'react';
import { usePhone } from '../../client/phone';

/** The rider's cards; undefined until they came. */
export function useCards() {
  const { rider } = usePhone();
  const [cards, setCards] = useState<readonly CardView[]>();
  const [trouble, setTrouble] = useState<Text>();
  const fetch = useCallback(async () => {
    setTrouble(undefined);
    const answer = await rider.call('cards.list', {});
    if (answer.ok) setCards(answer.value.cards);
    else setTrouble(answer.failure);
  }, [rider]);
  const unbind = useCallback(
    async (cardId: string) => {
      const answer = await rider.call('cards.unbind', { cardId });
      if (!answer.ok) setTrouble(answer.failure);
      else await fetch();
    },
    [rider, fetch],
  );
  useEffect(() => {
    fetch();
  }, [fetch]);
  return { cards, trouble, fetch, unbind };
}
