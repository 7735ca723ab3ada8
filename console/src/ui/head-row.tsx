import type { Text } from '@tongcheng/shared/text';
import { useSpeech } from './language';

interface Props {
  readonly names: readonly Text[];
  /** The last column, of what can be done with a line; absent where nothing can. */
  readonly act: Text | undefined;
}

/** The head of a table whose last column, where there is one, holds what can be done with a line. */
export const HeadRow = ({ names, act }: Props) => {
  const { say } = useSpeech();
  return (
    <thead>
      <tr>
        {names.map((text) => (
          <th key={text.en} scope="col">
            {say(text)}
          </th>
        ))}
        {act && (
          <th scope="col" className="act-cell">
            {say(act)}
          </th>
        )}
      </tr>
    </thead>
  );
};
