import { useQuery } from '../client/use-query';
import { formatCount } from '../ui/format';
import { useSpeech } from '../ui/language';
import { QueryView } from '../ui/query-view';
import { publishedTexts, tracedForTexts } from './published-texts';

/** How often people of the city were traced, by month and purpose. */
export const Tracings = ({ city }: { readonly city: string }) => {
  const { say } = useSpeech();
  const query = useQuery((client) => client.call('publications.tracings', { city }), `tracings ${city}`);
  return (
    <section className="published-part">
      <h2>{say(publishedTexts.tracings)}</h2>
      <p>{say(publishedTexts.tracingsAbout)}</p>
      <QueryView query={query} lines={2}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="empty">{say(publishedTexts.noTracings)}</p>
          ) : (
            <table>
              <thead>
                <tr>
                  <th scope="col">{say(publishedTexts.month)}</th>
                  <th scope="col">{say(publishedTexts.purpose)}</th>
                  <th scope="col" className="number">
                    {say(publishedTexts.cases)}
                  </th>
                  <th scope="col" className="number">
                    {say(publishedTexts.requests)}
                  </th>
                  <th scope="col" className="number">
                    {say(publishedTexts.released)}
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={`${row.month} ${row.purpose}`}>
                    <th scope="row">{row.month}</th>
                    <td>{say(tracedForTexts[row.purpose])}</td>
                    <td className="number">{formatCount(row.cases)}</td>
                    <td className="number">{formatCount(row.requests)}</td>
                    <td className="number">{formatCount(row.released)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </QueryView>
    </section>
  );
};
