import type { Instant } from '@tongcheng/shared/time';
import { KitProvider } from '../../../kit/kit-provider';
import { useSpeech } from '../../../ui/language';
import { AnnouncementsPart } from './announcements-part';
import { RulesPart } from './rules-part';
import { termsTexts } from './terms-texts';

const Terms = ({ clock }: { readonly clock: () => Instant }) => {
  const { say } = useSpeech();
  return (
    <div data-part="terms-screen">
      <div className="section-head">
        <h1>{say(termsTexts.title)}</h1>
      </div>
      <p className="rule">{say(termsTexts.rule)}</p>
      <AnnouncementsPart clock={clock} />
      <RulesPart clock={clock} />
    </div>
  );
};

/** What riders are told where they scan, and what riding takes; both with a preview, rules by two officials. */
export const TermsScreen = ({ clock }: { readonly clock: () => Instant }) => (
  <KitProvider>
    <Terms clock={clock} />
  </KitProvider>
);
