import { formatInstant } from '@tongcheng/shared/time';
import { useEffect, useState } from 'react';
import { useSpeech } from '../ui/language';
import { LanguageSwitch } from '../ui/language-switch';
import { Skeleton } from '../ui/placeholders';
import { uiTexts } from '../ui/texts';
import { mailsIn, type ReceivedMail } from './mail';
import { MailArticle } from './mail-view';
import { mailTexts } from './texts';

interface Props {
  readonly get: (path: string) => Promise<unknown>;
}

const renewMs = 5_000;

const useMails = (get: Props['get']) => {
  const [mails, setMails] = useState<readonly ReceivedMail[]>();
  const [isThere, setThere] = useState(true);
  useEffect(() => {
    const look = async () => {
      const arrived = mailsIn(await get('/mail/messages.json'));
      setThere(arrived !== undefined);
      if (arrived) setMails(arrived);
    };
    void look();
    const timer = setInterval(() => void look(), renewMs);
    return () => clearInterval(timer);
  }, [get]);
  return { mails, isThere };
};

const MailLine = ({ mail, isOpen, onOpen }: { mail: ReceivedMail; isOpen: boolean; onOpen: () => void }) => {
  const { say } = useSpeech();
  return (
    <button type="button" className="mail-line" data-mail={mail.id} aria-pressed={isOpen} onClick={onOpen}>
      <strong>{mail.subject || say(mailTexts.noSubject)}</strong>
      <span className="hint">{[mail.to.join(', '), formatInstant(mail.receivedAt, 'MM-DD HH:mm:ss')].join(' · ')}</span>
      {mail.attachments.length > 0 && (
        <span className="hint">{say(mailTexts.count, { count: mail.attachments.length })}</span>
      )}
    </button>
  );
};

/** The mails that arrived on this machine, newest first. */
export const MailApp = ({ get }: Props) => {
  const { say } = useSpeech();
  const { mails, isThere } = useMails(get);
  const [openId, setOpenId] = useState<string>();
  const open = mails?.find((mail) => mail.id === openId);
  return (
    <main className="mailbox" data-part="mailbox">
      <header className="section-head">
        <h1>{say(mailTexts.title)}</h1>
        <span className="hint">{`${say(mailTexts.about)} ${say(uiTexts.timeZone)}`}</span>
        <LanguageSwitch />
      </header>
      {!mails && isThere && <Skeleton lines={4} />}
      {!isThere && <p className="notice">{say(mailTexts.absent)}</p>}
      {isThere && mails?.length === 0 && <p className="empty">{say(mailTexts.empty)}</p>}
      <div className="mail-columns">
        <div className="mail-lines">
          {mails?.map((mail) => (
            <MailLine key={mail.id} mail={mail} isOpen={mail.id === openId} onOpen={() => setOpenId(mail.id)} />
          ))}
        </div>
        {open && <MailArticle mail={open} />}
        {!open && mails !== undefined && mails.length > 0 && <p className="empty">{say(mailTexts.choose)}</p>}
      </div>
    </main>
  );
};
