import type { DeletionRow } from '@tongcheng/shared/publications/wire';
import { formatInstant } from '@tongcheng/shared/time';
import { useState } from 'react';
import { useQuery } from '../client/use-query';
import { formatCount } from '../ui/format';
import { useSpeech } from '../ui/language';
import { QueryView } from '../ui/query-view';
import { fileAddress } from './figures-file';
import { publishedTexts } from './published-texts';

const aPage = 31;

const Certificate = ({ row }: { readonly row: DeletionRow }) => {
  const { say } = useSpeech();
  const sum = row.counts && Object.values(row.counts).reduce((all, count) => all + count, 0);
  return (
    <tr>
      <th scope="row">{row.day}</th>
      <td>{say(publishedTexts[row.class])}</td>
      <td className="number">{sum === undefined ? say(publishedTexts.unknown) : formatCount(sum)}</td>
      <td>{formatInstant(row.destroyedAt, 'YYYY-MM-DD HH:mm')}</td>
      <td>
        {row.copiesUntil === undefined
          ? say(publishedTexts.unknown)
          : formatInstant(row.copiesUntil, 'YYYY-MM-DD HH:mm')}
      </td>
      <td className="number">{row.holds ? formatCount(row.holds.length) : say(publishedTexts.unknown)}</td>
    </tr>
  );
};

/** The deletion certificates of a city, a month at a time, with the key that checks them. */
export const Deletions = ({ city }: { readonly city: string }) => {
  const { say } = useSpeech();
  const [after, setAfter] = useState<string>();
  const query = useQuery(
    (client) => client.call('publications.deletions', { city, limit: aPage, ...(after !== undefined && { after }) }),
    `deletions ${city} ${after ?? ''}`,
  );
  return (
    <section className="published-part">
      <h2>{say(publishedTexts.deletions)}</h2>
      <p>{say(publishedTexts.deletionsAbout)}</p>
      <QueryView query={query} lines={3}>
        {({ key, rows, next }) =>
          rows.length === 0 ? (
            <p className="empty">{say(publishedTexts.noDeletions)}</p>
          ) : (
            <>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen is scrolled by keyboard too */}
              <section className="table-scroll" tabIndex={0} aria-label={say(publishedTexts.deletions)}>
                <table>
                  <thead>
                    <tr>
                      <th scope="col">{say(publishedTexts.day)}</th>
                      <th scope="col">{say(publishedTexts.kind)}</th>
                      <th scope="col" className="number">
                        {say(publishedTexts.records)}
                      </th>
                      <th scope="col">{say(publishedTexts.destroyed)}</th>
                      <th scope="col">{say(publishedTexts.copies)}</th>
                      <th scope="col" className="number">
                        {say(publishedTexts.holds)}
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((row) => (
                      <Certificate key={`${row.day} ${row.class}`} row={row} />
                    ))}
                  </tbody>
                </table>
              </section>
              <div className="published-bar">
                <a
                  className="button"
                  download={`deletions-${city}.json`}
                  href={fileAddress('application/json', JSON.stringify({ key, rows }, null, 2))}
                >
                  {say(publishedTexts.all)}
                </a>
                {next !== undefined && (
                  <button type="button" onClick={() => setAfter(next)}>
                    {say(publishedTexts.more)}
                  </button>
                )}
              </div>
              <p className="hint">{say(publishedTexts.key)}</p>
              <code className="published-key">{JSON.stringify(key)}</code>
            </>
          )
        }
      </QueryView>
    </section>
  );
};
