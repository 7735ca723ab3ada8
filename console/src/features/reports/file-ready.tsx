import { formatInstant, type Instant } from '@tongcheng/shared/time';
import { useSpeech } from '../../ui/language';
import { reportTexts } from './texts';

/** A file that can be fetched for a while. */
export interface ReadyFile {
  readonly url: string;
  readonly expiresAt: Instant;
  readonly sha256: string;
}

/** The link of a file, until when it works, and what to compare it with. */
export const FileReady = ({ file }: { readonly file: ReadyFile }) => {
  const { say } = useSpeech();
  return (
    <div className="ready" data-part="file-ready">
      <p>
        <span>{say(reportTexts.ready)}</span>{' '}
        <a href={file.url} download="" data-first="" data-part="file-link">
          {say(reportTexts.openFile)}
        </a>
      </p>
      <p className="hint">{say(reportTexts.linkUntil, { time: formatInstant(file.expiresAt) })}</p>
      <p className="hint">
        <span>{say(reportTexts.sha256)}</span> <code className="whole">{file.sha256}</code>
      </p>
    </div>
  );
};
