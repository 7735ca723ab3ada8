import { mayOpen, type OpeningReason, openingReasons } from '@tongcheng/shared/reports/entitlement';
import type { ReportRow } from '@tongcheng/shared/reports/wire';
import { useState } from 'react';
import { useOfficial } from '../../client/official-context';
import { useMutation } from '../../client/use-mutation';
import { downloadFile } from '../../platform/http';
import { Dialog } from '../../ui/dialog';
import { FailureNotice } from '../../ui/failure-notice';
import { useSpeech } from '../../ui/language';
import { uiTexts } from '../../ui/texts';
import { FileReady, type ReadyFile } from './file-ready';
import { PasswordLine } from './password-line';
import { purposes, reportTexts } from './texts';

/** Asks what for, has it recorded, then opens the file's link. */
export const DownloadDialog = ({ report, onClose }: { readonly report: ReportRow; readonly onClose: () => void }) => {
  const { say } = useSpeech();
  const { session } = useOfficial();
  const mutation = useMutation();
  const [purpose, setPurpose] = useState<OpeningReason>();
  const [file, setFile] = useState<ReadyFile>();
  const isOffered = (reason: OpeningReason) => mayOpen(session.roles, report.form, reason);
  const download = async () => {
    if (!purpose) return;
    const input = { reportId: report.reportId, purpose };
    const ready = await mutation.run((client) => client.call('reports.download-report', input));
    if (!ready) return;
    setFile({ ...ready.file, sha256: ready.sha256 });
    downloadFile(ready.file.url);
  };
  return (
    <Dialog title={say(reportTexts.purposeTitle, { day: report.day })} onClose={onClose} part="download">
      {file && purpose ? (
        <>
          <FileReady file={file} />
          {report.passwordProtected && <PasswordLine reportId={report.reportId} purpose={purpose} />}
        </>
      ) : (
        <fieldset>
          <legend>{say(reportTexts.purposeAsk)}</legend>
          {report.form === 'full' && <p className="hint">{say(reportTexts.fullHint)}</p>}
          {openingReasons.filter(isOffered).map((known) => (
            <label key={known} className="choice">
              <input
                type="radio"
                name="purpose"
                value={known}
                checked={purpose === known}
                onChange={() => setPurpose(known)}
              />
              <span>{say(purposes[known])}</span>
            </label>
          ))}
        </fieldset>
      )}
      {mutation.failure && <FailureNotice failure={mutation.failure} />}
      <div className="dialog-acts">
        <button type="button" className="quiet" onClick={onClose}>
          {say(file ? uiTexts.close : uiTexts.cancel)}
        </button>
        {!file && (
          <button
            type="button"
            className="primary"
            disabled={!purpose || mutation.isPending}
            data-act="confirm"
            onClick={() => void download()}
          >
            {say(mutation.isPending ? uiTexts.underWay : reportTexts.download)}
          </button>
        )}
      </div>
    </Dialog>
  );
};
