import type { ReportRow } from '@tongcheng/shared/reports/wire';
import Button from 'antd/es/button';
import { useState } from 'react';
import { DetailsDrawer } from '../../kit/details-drawer';
import { KitTable } from '../../kit/kit-table';
import { CopyButton } from '../../ui/copy-button';
import { useSpeech } from '../../ui/language';
import { uiTexts } from '../../ui/texts';
import { reportColumns } from './report-columns';
import { reportTexts } from './texts';

interface Props {
  readonly reports: readonly ReportRow[];
  /** Absent for those who may not download. */
  readonly onDownload: ((report: ReportRow) => void) | undefined;
}

const ReportDetails = ({ report, onClose }: { readonly report: ReportRow; readonly onClose: () => void }) => {
  const { say } = useSpeech();
  const sha = (
    <>
      <code className="whole">{report.sha256}</code> <CopyButton text={report.sha256} />
    </>
  );
  const lines = [
    ...reportColumns(say).map(({ name, text }) => ({ name: say(name), value: text(report, say) })),
    { name: say(reportTexts.sha256), value: sha },
  ];
  return <DetailsDrawer title={say(reportTexts.details, { day: report.day })} lines={lines} onClose={onClose} />;
};

/** The files formed for each day. */
export const ReportTable = ({ reports, onDownload }: Props) => {
  const { say } = useSpeech();
  const [open, setOpen] = useState<ReportRow>();
  return (
    <>
      <KitTable
        title={reportTexts.reports}
        part="reports"
        rows={reports}
        columns={reportColumns(say)}
        keyOf={({ reportId }) => reportId}
        marks={({ reportId, form, version }) => ({
          'data-report': reportId,
          'data-form': form,
          'data-version': version,
        })}
        empty={reportTexts.empty}
        acts={(report) => (
          <>
            <Button size="small" data-act="details" onClick={() => setOpen(report)}>
              {say(uiTexts.details)}
            </Button>
            {onDownload && (
              <Button size="small" data-act="download" onClick={() => onDownload(report)}>
                {say(reportTexts.download)}
              </Button>
            )}
          </>
        )}
      />
      {open && <ReportDetails report={open} onClose={() => setOpen(undefined)} />}
    </>
  );
};
