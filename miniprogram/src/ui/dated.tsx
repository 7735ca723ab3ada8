import { Text } from '@tarojs/components';
import './dated.scss';

const day = /(\d{4}-\d{2}-\d{2})/;

/** Words of a line in which a date stays whole: browsers would break it at a hyphen, and half a date is misread. */
export function Dated({ words }: { readonly words: string }) {
  return (
    <Text className="figures">
      {words.split(day).map((piece, place) =>
        day.test(piece) ? (
          <Text key={piece} className="whole">
            {piece}
          </Text>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces keep their places
          <Text key={place}>{piece}</Text>
        ),
      )}
    </Text>
  );
}
