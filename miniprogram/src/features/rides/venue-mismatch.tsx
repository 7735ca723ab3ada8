import { Text } from '@tarojs/components';
import { venueLine } from '../../ui/venue-line';
import { useSay } from '../../ui/words';
import type { ShownScan } from './shown-scan';
import { verdictTexts } from './texts/verdict-texts';

/** What was recorded is what counts; where the phone had shown something else, it says so (decision 105). */
export function VenueMismatch({ shown: { shown, reply } }: { readonly shown: ShownScan & { readonly is: 'verdict' } }) {
  const say = useSay();
  if (!shown || say(venueLine(shown)) === say(venueLine(reply.venue))) return null;
  return (
    <Text className="verdict-recorded" id="shown-otherwise">
      {say(verdictTexts.shownOtherwise, { venue: say(venueLine(shown)) })}
    </Text>
  );
}
