import { formatInstant } from '@tongcheng/shared/time';
import { formatBytes } from '../ui/format';
import { useSpeech } from '../ui/language';
import { type ReceivedMail, textParts } from './mail';
import { mailTexts } from './texts';

/** One mail: who, when, what, and its files. Its text is shown as text, never as a page. */
export const MailArticle = ({ mail }: { readonly mail: ReceivedMail }) => {
  const { say } = useSpeech();
  return (
    <article className="sheet mail" data-part="mail" data-mail={mail.id}>
      <h2>{mail.subject || say(mailTexts.noSubject)}</h2>
      <p className="hint">
        {[
          `${say(mailTexts.from)} ${mail.from}`,
          `${say(mailTexts.to)} ${mail.to.join(', ')}`,
          formatInstant(mail.receivedAt),
        ].join(' · ')}
      </p>
      {mail.attachments.length > 0 && (
        <ul className="attachments" aria-label={say(mailTexts.attachments)}>
          {mail.attachments.map((attachment) => (
            <li key={attachment.url}>
              <a href={attachment.url} download={attachment.fileName} data-part="attachment">
                {attachment.fileName}
              </a>{' '}
              <span className="hint">{formatBytes(attachment.bytes)}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="mail-text">
        {textParts(mail.text).map((piece) =>
          piece.isLink ? (
            <a key={piece.at} href={piece.text}>
              {piece.text}
            </a>
          ) : (
            <span key={piece.at}>{piece.text}</span>
          ),
        )}
      </p>
    </article>
  );
};
