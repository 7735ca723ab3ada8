import type { Person } from '@tongcheng/city';
import { terminalLine } from '../terminal';

/** People of the simulated city, and what their phones remember. */
interface City {
  readonly people: readonly Person[];
  readonly state: { readonly riders: Readonly<Record<string, { readonly enrolled?: boolean }>> };
}

/** Cards of this kind are read by the gates of every city. */
const everywhere = 't-union';
/** A number that no simulated person has. */
const notLinked = '3190000000000000000';

/** Numbers that show what gates do, as a reader that types like a keyboard would type them on the gate's screen: linked and green, linked and not, not linked. */
export function cardsToTry({ people, state }: City): string {
  const linked = people.filter(
    ({ index, child, cards: [card] }) =>
      !child && card?.kind === everywhere && card.known && state.riders[index]?.enrolled === true,
  );
  const cardOf = (isGreen: boolean) =>
    linked.find(({ health }) => (health.colour === 'green') === isGreen)?.cards[0]?.number;
  const line = (what: string, number: string | undefined) =>
    number === undefined ? [] : [terminalLine(what, `${everywhere}:${number}`)];
  return [
    ...line('  已绑定、绿码的卡 linked, green', cardOf(true)),
    ...line('  已绑定、不是绿码 linked, not green', cardOf(false)),
    ...line('  没有绑定的卡 not linked', notLinked),
  ].join('\n');
}
