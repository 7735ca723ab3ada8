import { formatInstant } from '@tongcheng/shared/time';
import type { ExposedRider } from '@tongcheng/shared/tracing/wire';
import Button from 'antd/es/button';
import { useOfficial } from '../../../client/official-context';
import { useOfficialNames } from '../../../client/official-names';
import { KitTable } from '../../../kit/kit-table';
import type { TableColumn } from '../../../kit/table-view';
import { FailureNotice } from '../../../ui/failure-notice';
import { useSpeech } from '../../../ui/language';
import { Empty } from '../../../ui/placeholders';
import { uiTexts } from '../../../ui/texts';
import { certaintyTexts } from '../meaning-texts';
import { ExposedTable } from '../names/exposed-table';
import { IndexTimeline } from '../names/index-timeline';
import { LanePicture } from '../names/lane-picture';
import { type MatchRow, matchRows } from '../names/match-rows';
import { whenText, whereText } from '../names/match-words';
import { OpenerMark } from '../names/opener-mark';
import { namesTexts } from '../texts';
import { measuresTexts as texts } from './measure-texts';
import { useShownList } from './use-shown-list';

const shownOfId = 5;

/** Columns of an extract. The watermark is one of them, so that it stands in every row of every file. */
const extractColumns = (stamp: string): readonly TableColumn<MatchRow>[] => [
  { id: 'name', name: texts.name, text: ({ person }) => person?.name ?? '', kind: 'head' },
  { id: 'phone', name: texts.phone, text: ({ person }) => person?.phone ?? '' },
  { id: 'document', name: texts.document, text: ({ person }) => person?.maskedDocument ?? '' },
  { id: 'where', name: namesTexts.where, text: ({ match }, say) => whereText(match, say) },
  { id: 'when', name: namesTexts.when, text: ({ match }, say) => whenText(match, say) },
  { id: 'sure', name: namesTexts.sure, text: ({ match }, say) => say(certaintyTexts[match.certainty]) },
  { id: 'watermark', name: texts.mark, text: () => stamp, kind: 'mark' },
];

interface ListedProps {
  readonly riders: readonly ExposedRider[];
  readonly stamp: string;
  /** Present of an extract, which may be taken out as a file. */
  readonly recordFile: (() => Promise<boolean>) | undefined;
}

const Listed = ({ riders, stamp, recordFile }: ListedProps) => {
  const rows = matchRows(riders, {});
  if (rows.length === 0) return <Empty text={texts.nobody} />;
  if (!recordFile)
    return (
      <>
        <ExposedTable rows={rows} />
        <LanePicture rows={rows} />
      </>
    );
  return (
    <KitTable
      title={namesTexts.title}
      part="case-extract"
      isSearchPrivate
      rows={rows}
      columns={extractColumns(stamp)}
      keyOf={({ key }) => key}
      marks={({ number }) => ({ 'data-extract-row': number })}
      empty={texts.nobody}
      beforeExport={recordFile}
    />
  );
};

/** What an approved extract, hold or second step shows: opened by a touch, since each opening is on record, under the mark of who opened it and for whom. */
export const ShownList = ({ measureId, isFile }: { readonly measureId: string; readonly isFile: boolean }) => {
  const { say } = useSpeech();
  const { session } = useOfficial();
  const { names: called } = useOfficialNames();
  const { isPending, failure, riders, opened, openMore, recordFile, hide } = useShownList(measureId);
  const by = say(texts.stamp, {
    name: called.get(session.officialId) ?? session.login,
    at: formatInstant(opened?.watermark.at ?? 0),
    measure: `…${measureId.slice(-shownOfId)}`,
  });
  const receiver = opened?.watermark.receiver;
  const stamp = receiver === undefined ? by : say(texts.stampFor, { stamp: by, receiver });
  const left = opened ? opened.total - riders.length : 0;
  return (
    <section data-part="shown-list">
      <p className="hint">{say(texts.callsHint)}</p>
      {failure && <FailureNotice failure={failure} answers />}
      <Button data-act="open-measure" disabled={isPending} onClick={() => (opened ? hide() : void openMore())}>
        {say(isPending ? uiTexts.underWay : opened ? texts.hide : texts.open)}
      </Button>
      {opened && (
        <div className="marked" data-part="opened-measure">
          <p className="stamp">{stamp}</p>
          {opened.timeline.length > 0 && <IndexTimeline rides={opened.timeline} />}
          <p role="status">{say(texts.listed, { total: opened.total, shown: riders.length })}</p>
          <Listed riders={riders} stamp={stamp} recordFile={isFile ? recordFile : undefined} />
          {left > 0 && (
            <Button data-act="more-of-measure" disabled={isPending} onClick={() => void openMore()}>
              {say(texts.more, { n: left })}
            </Button>
          )}
          <OpenerMark words={stamp} />
        </div>
      )}
    </section>
  );
};
