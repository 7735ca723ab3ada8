import type { Answer } from '@tongcheng/shared/client';
import { formatInstant } from '@tongcheng/shared/time';
import { useState } from 'react';
import { useAct } from '../../client/use-act';
import { openFile } from '../../platform/http-transport';
import { Dialog } from '../../ui/dialog';
import { FailureNotice } from '../../ui/failure-notice';
import { useSpeech } from '../../ui/language';
import { uiTexts } from '../../ui/texts';
import { venueTexts } from './texts';

const most = 200;

type Sheets = Extract<Answer<'venues.print-stickers'>, { readonly ok: true }>['value'];

/** One PDF with a sticker for each posting place of the chosen venues. */
export const StickersButton = ({ venueIds }: { readonly venueIds: readonly string[] }) => {
  const { say } = useSpeech();
  const act = useAct();
  const [sheets, setSheets] = useState<Sheets>();
  const print = async () => {
    const made = await act.run((client) => client.call('venues.print-stickers', { venueIds: [...venueIds] }));
    if (!made) return;
    setSheets(made);
    openFile(made.file.url);
  };
  const close = () => setSheets(undefined);
  return (
    <>
      <button
        type="button"
        className="primary"
        data-act="print"
        disabled={act.underWay || venueIds.length > most}
        title={venueIds.length > most ? say(venueTexts.tooMany, { most }) : undefined}
        onClick={() => void print()}
      >
        {say(act.underWay ? uiTexts.underWay : venueTexts.print)}
      </button>
      {act.failure && <FailureNotice failure={act.failure} />}
      {sheets && (
        <Dialog title={say(venueTexts.print)} onClose={close} part="stickers">
          <p>
            {say(venueTexts.printed, { stickers: sheets.stickers, pages: sheets.pages })}{' '}
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
