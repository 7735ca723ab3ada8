import type { ReportRow } from '@tongcheng/shared/reports/wire';
import { formatInstant } from '@tongcheng/shared/time';
import { CopyButton } from '../../ui/copy-button';
import { formatBytes, formatCount } from '../../ui/format';
import { useSpeech } from '../../ui/language';
import { Empty } from '../../ui/placeholders';
import { reportTexts, versionName } from './texts';

interface Props {
  readonly reports: readonly ReportRow[];
  /** Absent for those who may not download. */
  readonly onDownload: ((report: ReportRow) => void) | undefined;
}

const ReportLine = ({ report, onDownload }: { report: ReportRow; onDownload: Props['onDownload'] }) => {
  const { say } = useSpeech();
  return (
    <tr data-report={report.reportId} data-form={report.form} data-version={report.version}>
      <th scope="row">{report.day}</th>
      <td>{report.version === 1 ? versionName(1, say) : <mark>{versionName(report.version, say)}</mark>}</td>
      <td>{say(reportTexts[report.form])}</td>
      <td>{formatInstant(report.formedAt, 'MM-DD HH:mm:ss')}</td>
      <td className="number">{formatCount(report.riders)}</td>
      <td className="number">{formatCount(report.rows)}</td>
      <td className="number">{formatCount(report.incomplete)}</td>
      <td className="number">{formatBytes(report.bytes)}</td>
      <td className="sha">
        <code title={report.sha256}>{`${report.sha256.slice(0, 12)}…`}</code>
        <CopyButton text={report.sha256} />
      </td>
      <td>{say(report.passwordProtected ? reportTexts.locked : reportTexts.unlocked)}</td>
      <td className="act-cell">
        {onDownload && (
          <button type="button" className="small" data-act="download" onClick={() => onDownload(report)}>
            {say(reportTexts.download)}
          </button>
        )}
      </td>
    </tr>
  );
};

/** The files formed for each day. */
export const ReportTable = ({ reports, onDownload }: Props) => {
  const { say } = useSpeech();
  if (reports.length === 0) return <Empty text={reportTexts.empty} />;
  const texts = reportTexts;
  const words = [texts.day, texts.version, texts.form, texts.formedAt];
  const numbers = [texts.riders, texts.rows, texts.incomplete, texts.size];
  return (
    <div className="scroll" data-part="reports">
      <table>
        <thead>
          <tr>
            {words.map((text) => (
              <th key={text.en} scope="col">
                {say(text)}
              </th>
            ))}
            {numbers.map((text) => (
              <th key={text.en} scope="col" className="number">
                {say(text)}
              </th>
            ))}
            <th scope="col">{say(texts.sha256)}</th>
            <th scope="col">{say(texts.protection)}</th>
            <th scope="col" className="act-cell">
              {say(texts.act)}
            </th>
          </tr>
        </thead>
        <tbody>
          {reports.map((report) => (
            <ReportLine key={report.reportId} report={report} onDownload={onDownload} />
          ))}
        </tbody>
      </table>
    </div>
  );
};
