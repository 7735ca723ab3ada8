import type { Text } from '@tongcheng/shared/text';
import { useSpeech } from './language';

/** Says what will be here, and when. */
export const Empty = ({ text }: { readonly text: Text }) => {
  const { say } = useSpeech();
  return <p className="empty">{say(text)}</p>;
};
