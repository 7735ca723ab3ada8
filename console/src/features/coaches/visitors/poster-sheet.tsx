import type { Text } from '@tongcheng/shared/text';
import { formatInstant } from '@tongcheng/shared/time';
import { type Fills, fill } from '../../../ui/format';
import { useSpeech } from '../../../ui/language';
import { QrCode } from '../../../ui/qr-code';
import { posterTexts, visitorTexts } from './texts';
import type { PostedCode } from './use-visitor-change';
import type { VisitorRow } from './visitor-rows';

/** Both languages, one below the other: whoever reads it comes from elsewhere. */
const Both = ({ text, fills }: { readonly text: Text; readonly fills?: Fills }) => (
  <>
    <span lang="zh-CN">{fill(text, 'zh', fills)}</span>
    <span lang="en">{fill(text, 'en', fills)}</span>
  </>
);

interface Props {
  readonly row: VisitorRow;
  readonly posted: PostedCode;
}

/** The sheet that hangs in the station: what it is for, the code large, its letters for whoever cannot scan, until when. */
export const PosterSheet = ({ row, posted }: Props) => {
  const { say } = useSpeech();
  const { invitation, link, expiresAt } = posted;
  return (
    <section className="visitor-sheet" data-part="visitor-sheet">
      <h3 className="both">
        <Both text={posterTexts.heading} />
      </h3>
      {row.name && (
        <p className="both visitor-station">
          <Both text={row.name} />
        </p>
      )}
      <div className="qr-frame">
        <QrCode payload={link} label={say(visitorTexts.link)} />
      </div>
      <p className="both">
        <Both text={posterTexts.how} />
      </p>
      <p className="both">
        <Both text={posterTexts.typed} />
      </p>
      <p className="invitation-code">
        <code data-part="invitation-code">{invitation}</code>
      </p>
      <p className="both">
        <Both text={posterTexts.until} fills={{ time: formatInstant(expiresAt, 'YYYY-MM-DD HH:mm') }} />
      </p>
    </section>
  );
};
