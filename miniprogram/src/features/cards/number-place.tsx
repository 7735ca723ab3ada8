import { Text, View } from '@tarojs/components';
import type { CardKind } from '@tongcheng/shared/venues/card-kind';
import { useSay } from '../../ui/words';
import { cardTexts } from './texts/card-texts';

/** A picture of the card with the number that is meant (B-02), and the same in words; nothing where the city does not say where it stands. */
export function NumberPlace({ kind: { numberAt, usualStart = '', usualLengths } }: { readonly kind: CardKind }) {
  const say = useSay();
  if (numberAt === undefined) return null;
  if (numberAt === 'desk') return <Text className="number-place-words">{say(cardTexts.numberDesk)}</Text>;
  if (numberAt === 'app') return <Text className="number-place-words">{say(cardTexts.numberApp)}</Text>;
  const length = Math.max(...(usualLengths ?? [16]));
  const words = say(numberAt === 'front' ? cardTexts.numberFront : cardTexts.numberBack);
  return (
    <View className="number-place">
      <View className={`number-place-card is-${numberAt}`} aria-hidden>
        <View className="number-place-part" />
        <Text className="number-place-digits">{grouped(usualStart.padEnd(length, '0'))}</Text>
      </View>
      <Text className="number-place-words">{words}</Text>
    </View>
  );
}

/** In fours, as cards print it. */
const grouped = (digits: string): string => digits.replace(/(.{4})(?=.)/g, '$1 ');
