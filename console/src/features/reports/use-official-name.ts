import { useOfficial } from '../../client/official-context';
import { useSpeech } from '../../ui/language';
import { officialName } from './recipient-next';
import { recipientTexts } from './recipient-texts';

/** Says who an official is, as far as the list tells. */
export const useOfficialName = (): ((who: string) => string) => {
  const { say } = useSpeech();
  const { session } = useOfficial();
  return (who) => {
    const named = officialName(who, session);
    return named.kind === 'named' ? named.name : say(recipientTexts[named.kind]);
  };
};
