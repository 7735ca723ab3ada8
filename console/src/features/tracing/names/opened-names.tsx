import { formatInstant } from '@tongcheng/shared/time';
import { useState } from 'react';
import { useOfficial } from '../../../client/official-context';
import { useOfficialNames } from '../../../client/official-names';
import { useSpeech } from '../../../ui/language';
import { Empty } from '../../../ui/placeholders';
import { namesTexts as texts } from '../texts';
import type { OpenNames } from '../use-open-names';
import { ExposedTable } from './exposed-table';
import { IndexTimeline } from './index-timeline';
import { LanePicture } from './lane-picture';
import { MatchFilters } from './match-filters';
import { type MatchFilter, matchRows, modesIn } from './match-rows';
import { OpenerMark } from './opener-mark';

const shownOfId = 5;

/** The names that are open, under the mark of who opened them: filters, the list, and the picture of the vehicles. */
export const OpenedNames = ({ names }: { readonly names: OpenNames }) => {
  const { riders, timeline, total, watermark } = names;
  const { say } = useSpeech();
  const { session } = useOfficial();
  const { names: called } = useOfficialNames();
  const [filter, setFilter] = useState<MatchFilter>({});
  const rows = matchRows(riders, filter);
  const stamp = say(texts.stamp, {
    name: called.get(session.officialId) ?? session.login,
    at: formatInstant(watermark.at, 'YYYY-MM-DD HH:mm:ss'),
    request: `…${watermark.requestId.slice(-shownOfId)}`,
  });
  return (
    <div className="marked" data-part="opened-names">
      <p className="stamp">{stamp}</p>
      {names.isFeedChanged && (
        <p className="notice" role="status" data-part="feed-changed">
          {say(texts.feedChanged)}
        </p>
      )}
      <IndexTimeline rides={timeline} />
      {total === 0 && <Empty text={texts.nobody} />}
      {total > 0 && (
        <>
          <p>
            <span>{say(texts.total, { total, shown: riders.length })}</span>{' '}
            <span role="status">{say(texts.filtered, { n: rows.length })}</span>
          </p>
          <MatchFilters filter={filter} modes={modesIn(riders)} onFilter={setFilter} />
        </>
      )}
      {total > 0 && rows.length === 0 && <Empty text={texts.noSuch} />}
      {rows.length > 0 && (
        <>
          <ExposedTable rows={rows} />
          <LanePicture rows={rows} />
        </>
      )}
      <OpenerMark words={stamp} />
    </div>
  );
};
