import { formatInstant } from '@tongcheng/shared/time';
import type { PrintSize } from '@tongcheng/shared/venues/postings';
import type { VenueRow } from '@tongcheng/shared/venues/wire';
import { useEffect, useRef } from 'react';
import { WorkProgress } from '../../kit/work-progress';
import { downloadFile } from '../../platform/http';
import { Dialog } from '../../ui/dialog';
import { FailureNotice } from '../../ui/failure-notice';
import { useSpeech } from '../../ui/language';
import { uiTexts } from '../../ui/texts';
import { type StickerFile, stickerSteps, useStickerRun } from './sticker-run';
import { venueTexts } from './texts';

interface Props {
  readonly venues: readonly VenueRow[];
  readonly size: PrintSize;
  readonly onClose: () => void;
}

const words = {
  sticker: { print: venueTexts.print, printed: venueTexts.printed },
  poster: { print: venueTexts.printPosters, printed: venueTexts.postersPrinted },
} as const;

interface FilesProps {
  readonly files: readonly StickerFile[];
  readonly of: number;
  readonly size: PrintSize;
}

const Files = ({ files, of, size }: FilesProps) => {
  const { say } = useSpeech();
  return (
    <ul className="ready">
      {files.map(({ file, stickers, pages }, at) => (
        <li key={file.url}>
          <span>{say(words[size].printed, { stickers, pages })}</span>{' '}
          <a href={file.url} download="" data-part="file-link">
            {of === 1 ? say(venueTexts.openFile) : say(venueTexts.openFileOf, { n: at + 1 })}
          </a>
          <span className="hint">{` ${say(venueTexts.linkUntil, { time: formatInstant(file.expiresAt) })}`}</span>
        </li>
      ))}
    </ul>
  );
};

/** Stickers for each posting place of the venues, or a poster for each of them, in files of at most 200 venues; made as soon as it opens. */
export const StickersDialog = ({ venues, size, onClose }: Props) => {
  const { say } = useSpeech();
  const run = useStickerRun();
  const begun = useRef(false);
  const steps = stickerSteps(venues, size);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void run.start(steps).then((files) => {
      const [only] = files;
      if (only && steps.length === 1) downloadFile(only.file.url);
    });
  }, [run, steps]);
  const printed = run.done.reduce((sum, file) => sum + file.venues, 0);
  const wanted = steps.reduce((sum, { venueIds }) => sum + venueIds.length, 0);
  const missing = run.failure?.details?.missing;
  const isOver = begun.current && !run.isPending;
  return (
    <Dialog title={say(words[size].print)} onClose={onClose} part="stickers">
      {run.isPending && (
        <WorkProgress
          words={say(venueTexts.printing, { done: Math.min(run.done.length + 1, run.of), of: run.of })}
          done={run.done.length}
          of={run.of}
          onStop={run.stop}
        />
      )}
      <Files files={run.done} of={steps.length} size={size} />
      {run.failure && <FailureNotice failure={run.failure} />}
      {missing !== undefined && (
        <p className="hint" data-part="missing-characters">
          {String(missing)}
        </p>
      )}
      {isOver && printed < wanted && <p role="status">{say(venueTexts.notAll, { count: wanted - printed })}</p>}
      <div className="dialog-acts">
        <button type="button" className="quiet" data-first="" onClick={onClose}>
          {say(uiTexts.close)}
        </button>
      </div>
    </Dialog>
  );
};
