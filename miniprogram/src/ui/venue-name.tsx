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
 * it is parted at its dot, 鄂A· and 12345, never before its last character. Elements stay in either language, so that a translator
 * that took them loses none.
 */
export function VenueName({ venue, className, id }: VenueNameProps) {
  const say = useSay();
  const [line, name, plate] = venueParts(venue);
  const said = [say(line), say(name), say(plate)] as const;
  const more = (after: number) => said.slice(after).some((part) => part !== '');
  return (
    <View className={`venue-name ${className}`} {...(id !== undefined && { id })}>
      <Part words={said[0]} goesOn={more(1)} />
      <Part words={said[1]} goesOn={more(2)} />
      <Part words={said[2]} goesOn={false} />
    </View>
  );
}

function Part({ words, goesOn }: { readonly words: string; readonly goesOn: boolean }) {
  const head = /^\S[A-Z]·/.exec(words)?.[0] ?? '';
  const rest = words.slice(head.length);
  return (
    <>
      <Text className="venue-part">
        <Text className="venue-part">{head}</Text>
        <Text className="venue-part">{words !== '' && goesOn ? `${rest}\u00a0·` : rest}</Text>
      </Text>
      <Text>{words !== '' && goesOn ? ' ' : ''}</Text>
    </>
  );
}
