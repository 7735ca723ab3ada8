import type { Instant } from '@tongcheng/shared/time';
import { useFindings } from '../../../client/morning-sections';
import { useOfficial } from '../../../client/official-context';
import { type Cities, capabilitiesIn, useCitiesQuery } from '../../../client/use-cities';
import { useSpeech } from '../../../ui/language';
import { QueryView } from '../../../ui/query-view';
import { SystemTable } from './system-table';
import { systemsTexts } from './systems-texts';

/** The systems of one city, when its capabilities are known. */
const Systems = ({ clock, cities }: { readonly clock: () => Instant; readonly cities: Cities }) => {
  const { say } = useSpeech();
  const { session, city: current } = useOfficial();
  const query = useFindings({
    ...{ session, current },
    cities: session.cities,
    clock,
    has: (city, { capability }) => capability === undefined || capabilitiesIn([city], cities).has(capability),
  });
  return (
    <QueryView query={query} lines={10}>
      {(findings) =>
        session.cities.map((city) => (
          <section key={city} className="sheet" data-city={city}>
            <h2>{say(cities.get(city)?.name ?? { zh: city, en: city })}</h2>
            <SystemTable
              city={city}
              capabilities={[...capabilitiesIn([city], cities)]}
              findings={findings.filter((finding) => finding.city === city)}
            />
          </section>
        ))
      }
    </QueryView>
  );
};

/** One page over all systems of an official's cities. */
export const SystemsScreen = ({ clock }: { readonly clock: () => Instant }) => {
  const { say } = useSpeech();
  const { session } = useOfficial();
  const query = useCitiesQuery(session.cities);
  return (
    <div data-part="systems-screen">
      <div className="section-head">
        <h1>{say(systemsTexts.title)}</h1>
      </div>
      <p className="rule">{say(systemsTexts.rule)}</p>
      <QueryView query={query} lines={10}>
        {(cities) => <Systems clock={clock} cities={cities} />}
      </QueryView>
    </div>
  );
};
