import { dayOf, type Instant } from '@tongcheng/shared/time';
import { morningKinds } from '../../../client/morning';
import { useFindings } from '../../../client/morning-sections';
import { useOfficial } from '../../../client/official-context';
import { capabilitiesIn } from '../../../client/use-cities';
import { useSpeech } from '../../../ui/language';
import { Empty } from '../../../ui/placeholders';
import { QueryView } from '../../../ui/query-view';
import { uiTexts } from '../../../ui/texts';
import { MorningLines } from './morning-lines';
import { morningTexts } from './morning-texts';
import { shownLines } from './told-lines';

/** The page that the console opens with: what is wrong, what waits for the reader, how the day goes, what is done. */
export const MorningScreen = ({ clock }: { readonly clock: () => Instant }) => {
  const { say } = useSpeech();
  const { session, city, cities } = useOfficial();
  const has = capabilitiesIn([city], cities);
  const query = useFindings({
    session,
    cities: [city],
    clock,
    has: (_city, { capability }) => capability === undefined || has.has(capability),
  });
  const now = clock();
  const named = cities.get(city)?.name;
  const name = named ? say(named) : city;
  return (
    <div data-part="morning-screen">
      <div className="section-head">
        <h1>{say(morningTexts.title)}</h1>
        <span className="hint">{say(morningTexts.of, { city: name, day: dayOf(now) })}</span>
      </div>
      <QueryView query={query} lines={10}>
        {(findings) => {
          const lines = shownLines(findings);
          const isCalm = !lines.some(({ kind }) => kind === 'wrong' || kind === 'waits');
          return (
            <>
              {isCalm && <Empty text={morningTexts.nothing} />}
              {morningKinds.map((kind) => (
                <MorningLines key={kind} kind={kind} lines={lines} now={now} />
              ))}
              <p className="as-of">{say(uiTexts.timeZone)}</p>
            </>
          );
        }}
      </QueryView>
    </div>
  );
};
