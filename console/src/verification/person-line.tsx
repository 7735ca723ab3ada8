import type { FeedScan } from '@tongcheng/shared/rides/wire';
import { useSpeech } from '../ui/language';
import { flagTexts } from './meaning-texts';
import { verifyTexts } from './texts';

/** Masked name, how many ride together, and the doubts about the scan. */
export const PersonLine = ({ item }: { readonly item: FeedScan }) => {
  const { say } = useSpeech();
  return (
    <p className="person">
      <strong>{item.maskedName ?? say(verifyTexts.nameless)}</strong>
      {item.party > 1 && <span>{say(verifyTexts.party, { count: item.party })}</span>}
      {item.entered && (
        <span className="flag">
          {item.enteredBy ? say(verifyTexts.enteredBy, { name: item.enteredBy.name }) : say(verifyTexts.entered)}
        </span>
      )}
      {item.flags.map((flag) => (
        <span key={flag} className="flag">
          {say(flagTexts[flag])}
        </span>
      ))}
    </p>
  );
};
