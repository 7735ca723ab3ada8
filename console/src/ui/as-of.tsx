import { formatInstant, type Instant } from '@tongcheng/shared/time';
import { useSpeech } from './language';
import { uiTexts } from './texts';

/** When the figures beside it were true, with the time zone. */
export const AsOf = ({ at }: { readonly at: Instant }) => {
  const { say } = useSpeech();
  return <p className="as-of">{say(uiTexts.asOf, { time: formatInstant(at) })}</p>;
};
