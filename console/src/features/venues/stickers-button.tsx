import type { Answer } from '@tongcheng/shared/client';
import { formatInstant } from '@tongcheng/shared/time';
import type { PrintSize } from '@tongcheng/shared/venues/postings';
import { useState } from 'react';
import { useMutation } from '../../client/use-mutation';
import { downloadFile } from '../../platform/http';
import { Dialog } from '../../ui/dialog';
import { FailureNotice } from '../../ui/failure-notice';
import { useSpeech } from '../../ui/language';
import { uiTexts } from '../../ui/texts';
import { venueTexts } from './texts';

const maxVenues = 200;

type Sheets = Extract<Answer<'venues.print-stickers'>, { readonly ok: true }>['value'];

interface Props {
  readonly venueIds: readonly string[];
  readonly size: PrintSize;
}

const words = {
  sticker: { print: venueTexts.print, printed: venueTexts.printed },
  poster: { print: venueTexts.printPosters, printed: venueTexts.postersPrinted },
} as const;

/** One PDF with a sticker for each posting place of the chosen venues, or a poster for each of them. */
export const StickersButton = ({ venueIds, size }: Props) => {
  const { say } = useSpeech();
  const mutation = useMutation();
  const [sheets, setSheets] = useState<Sheets>();
  const print = async () => {
    const input = { venueIds: [...venueIds], ...(size === 'poster' && { size }) };
    const made = await mutation.run((client) => client.call('venues.print-stickers', input));
    if (!made) return;
    setSheets(made);
    downloadFile(made.file.url);
  };
  const close = () => setSheets(undefined);
  return (
    <>
      <button
        type="button"
        className={size === 'sticker' ? 'primary' : undefined}
        data-act={size === 'sticker' ? 'print' : 'print-posters'}
        disabled={mutation.isPending || venueIds.length > maxVenues}
        title={venueIds.length > maxVenues ? say(venueTexts.tooMany, { most: maxVenues }) : undefined}
        onClick={() => void print()}
      >
        {say(mutation.isPending ? uiTexts.underWay : words[size].print)}
      </button>
      {mutation.failure && <FailureNotice failure={mutation.failure} />}
      {mutation.failure?.details?.missing !== undefined && (
        <p className="hint" data-part="missing-characters">
          {String(mutation.failure.details.missing)}
        </p>
      )}
      {sheets && (
        <Dialog title={say(words[size].print)} onClose={close} part="stickers">
          <p>
            <span>{say(words[size].printed, { stickers: sheets.stickers, pages: sheets.pages })}</span>{' '}
            <a href={sheets.file.url} download="" data-part="file-link" data-first="">
              {say(venueTexts.openFile)}
            </a>
          </p>
          <p className="hint">{say(venueTexts.linkUntil, { time: formatInstant(sheets.file.expiresAt) })}</p>
          <div className="dialog-acts">
            <button type="button" className="quiet" onClick={close}>
              {say(uiTexts.close)}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
};
