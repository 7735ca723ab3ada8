import { useQuery } from '../../client/use-query';

/** The rider's cards; undefined until they came. */
export function useCards() {
  const { value, failure, fetch, change } = useQuery((rider) => rider.call('cards.list-cards', {}));
  const unbind = (cardId: string) => change((rider) => rider.call('cards.unbind-card', { cardId }));
  return { cards: value?.cards, failure, fetch, unbind };
}
