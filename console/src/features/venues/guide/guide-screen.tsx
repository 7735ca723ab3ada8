import { useOfficial } from '../../../client/official-context';
import { useQuery } from '../../../client/use-query';
import { GuideQuestions } from '../../../ui/guide-questions';
import { guideSectionTexts, guideTexts } from '../../../ui/guide-texts';
import { useSpeech } from '../../../ui/language';
import { QueryView } from '../../../ui/query-view';
import { TextField } from '../../../ui/text-field';
import { useAddressState } from '../../../ui/use-address-state';

const audiences = ['staff', 'rider'] as const;

/** W-30: what the city tells its staff and its riders, so that an official answers as the screens do. One search over both. */
export const GuideScreen = () => {
  const { say } = useSpeech();
  const { city } = useOfficial();
  const { read, write } = useAddressState('guide', ['find']);
  const typed = read('find') ?? '';
  const query = useQuery((client) => client.call('venues.get-city', { city }), city);
  return (
    <div data-part="guide-screen">
      <div className="section-head">
        <h1>{say(guideSectionTexts.title)}</h1>
      </div>
      <p className="rule">{say(guideSectionTexts.rule)}</p>
      <div className="guide-search">
        <TextField
          label={say(guideTexts.search)}
          name="guide-search"
          type="search"
          noHint="narrows"
          value={typed}
          onChange={(find) => write({ find }, { replace: true })}
          autoComplete="off"
          maxLength={40}
          optional
        />
      </div>
      <QueryView query={query}>
        {(shown) => (
          <div className="two-columns">
            {audiences.map((audience) => (
              <section key={audience} className="sheet">
                <h2>{say(guideSectionTexts[audience])}</h2>
                <GuideQuestions city={shown} typed={typed} audience={audience} />
              </section>
            ))}
          </div>
        )}
      </QueryView>
    </div>
  );
};
