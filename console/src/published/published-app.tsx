import { type CityCapability, capabilitiesShown } from '@tongcheng/shared/venues/capabilities';
import { useQuery } from '../client/use-query';
import { useSpeech } from '../ui/language';
import { LanguageSwitch } from '../ui/language-switch';
import { QueryView } from '../ui/query-view';
import { Deletions } from './deletions';
import { publishedTexts } from './published-texts';
import { Ridership } from './ridership';
import { Tracings } from './tracings';

const has = (city: { readonly capabilities?: readonly CityCapability[] }, capability: CityCapability): boolean =>
  capabilitiesShown(city).includes(capability);

/** What is published of a city, of the installation's first where none is named. */
export const PublishedApp = ({ city }: { readonly city: string | undefined }) => {
  const { say } = useSpeech();
  const shown = useQuery(
    (client) => client.call('venues.get-city', city === undefined ? {} : { city }),
    `city ${city ?? ''}`,
  );
  return (
    <main className="published" data-part="published">
      <QueryView query={shown}>
        {(found) => (
          <>
            <header className="published-head">
              <h1>{say(publishedTexts.title, { city: say(found.name) })}</h1>
              <LanguageSwitch />
              <p>{say(publishedTexts.about)}</p>
            </header>
            {has(found, 'city') && <Ridership city={found.city} />}
            {has(found, 'tracing') && <Tracings city={found.city} />}
            <Deletions city={found.city} />
          </>
        )}
      </QueryView>
    </main>
  );
};
