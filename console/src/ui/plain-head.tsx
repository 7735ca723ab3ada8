import type { Text } from '@tongcheng/shared/text';
import { useSpeech } from './language';

/** The head of a table in which nothing can be done. */
export const PlainHead = ({ names }: { readonly names: readonly Text[] }) => {
  const { say } = useSpeech();
  return (
    <thead>
      <tr>
        {names.map((text) => (
          <th key={text.en} scope="col">
            {say(text)}
          </th>
        ))}
      </tr>
    </thead>
  );
};
