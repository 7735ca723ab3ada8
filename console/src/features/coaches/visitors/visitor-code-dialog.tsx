import { CopyButton } from '../../../ui/copy-button';
import { Dialog } from '../../../ui/dialog';
import { useSpeech } from '../../../ui/language';
import { uiTexts } from '../../../ui/texts';
import { PosterSheet } from './poster-sheet';
import { visitorTexts } from './texts';
import type { PostedCode } from './use-visitor-change';
import type { VisitorRow } from './visitor-rows';
import { stationName } from './visitor-table';

interface Props {
  readonly row: VisitorRow;
  readonly posted: PostedCode;
  readonly onClose: () => void;
}

/** A new code, shown this once: the sheet to print, and its link to send to the station. */
export const VisitorCodeDialog = ({ row, posted, onClose }: Props) => {
  const { say } = useSpeech();
  return (
    <Dialog title={stationName(row, say)} onClose={onClose} part="visitor-code">
      {posted.oldHolds && (
        <p className="notice" role="alert" data-part="old-holds">
          {say(visitorTexts.oldHolds)}
        </p>
      )}
      <PosterSheet row={row} posted={posted} />
      <p className="code-lines">
        <a href={posted.link} target="_blank" rel="noopener noreferrer" data-part="visitor-link">
          {posted.link}
        </a>
        <CopyButton text={posted.link} />
      </p>
      <p className="hint">{say(visitorTexts.once)}</p>
      <div className="dialog-acts">
        <button type="button" className="quiet" onClick={onClose}>
          {say(uiTexts.close)}
        </button>
        <button type="button" className="primary" data-act="print" data-first="" onClick={() => window.print()}>
          {say(visitorTexts.print)}
        </button>
      </div>
    </Dialog>
  );
};
