import { Text, View } from '@tarojs/components';
import type { VenueView } from '@tongcheng/shared/venues/wire';
import { venueParts } from './venue-line';
import { useSay } from './words';
import './venue-name.scss';

interface VenueNameProps {
  readonly venue: VenueView;
  readonly className: string;
  readonly id?: string;
}

/**
 * A venue as people compare it with what is posted: a plate stays whole on a line, and where a line of large type is too short for it,
 * it is parted at its dot, 鄂A· and 12345, never before its last character.
 */
export function VenueName({ venue, className, id }: VenueNameProps) {
  const say = useSay();
  const parts = venueParts(venue)
    .map((part) => say(part))
    .filter((part) => part !== '');
  return (
    <View className={`venue-name ${className}`} {...(id !== undefined && { id })}>
      {parts.map((part, place) => (
        <Part key={part} words={place < parts.length - 1 ? `${part}\u00a0·` : part} />
      ))}
    </View>
  );
}

function Part({ words }: { readonly words: string }) {
  return (
    <>
      <Text className="venue-part">
        {pieces(words).map((piece) => (
          <Text key={piece} className="venue-part">
            {piece}
          </Text>
        ))}
      </Text>
      <Text> </Text>
    </>
  );
}

/** A plate after its dot; anything else as it is. */
const pieces = (words: string): readonly string[] => words.match(/^\S[A-Z]·|.+/g) ?? [words];
