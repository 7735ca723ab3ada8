import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { Mail, Mailer } from '../../ports/mailer';
import { checkedMail } from './checked-mail';
import { answerOfFailure, refusedOf } from './smtp-answer';

/** Where and how mail is handed over. */
export interface SmtpOptions {
  readonly host: string;
  readonly port: number;
  /** `tls`: from the first byte (465). `starttls`: asked for and insisted on (587). `none`: only towards this machine. */
  readonly security: 'tls' | 'starttls' | 'none';
  readonly user?: string;
  readonly password?: string;
  /** A certificate authority of one's own, as PEM. */
  readonly authority?: string;
  readonly from: { readonly name: string; readonly address: string };
  /** Where answers of people go; default: the sender. */
  readonly replyTo?: string;
  /** Signs each mail (DKIM), so that recipients' servers can tell that it is ours. */
  readonly dkim?: { readonly domainName: string; readonly keySelector: string; readonly privateKey: string };
  /** Silence after which the server counts as away; default 60. */
  readonly silenceSeconds?: number;
  /** The longest that one mail may take in all; default 600. */
  readonly longestSeconds?: number;
}

/** Sends mail through an SMTP server. Reads no file and no address by itself: content comes as streams only. */
export function openSmtpMailer(options: SmtpOptions): Mailer {
  const silenceMs = (options.silenceSeconds ?? 60) * 1_000;
  const transport = createTransport({
    host: options.host,
    port: options.port,
    secure: options.security === 'tls',
    requireTLS: options.security === 'starttls',
    ignoreTLS: options.security === 'none',
    ...(options.user === undefined ? {} : { auth: { user: options.user, pass: options.password ?? '' } }),
    tls: { minVersion: 'TLSv1.2', ...(options.authority === undefined ? {} : { ca: options.authority }) },
    ...(options.dkim ? { dkim: options.dkim } : {}),
    connectionTimeout: Math.min(silenceMs, 15_000),
    greetingTimeout: Math.min(silenceMs, 15_000),
    socketTimeout: silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    verify: () => transport.verify(),
    send: async (mail) => {
      checkedMail(mail);
      const attachments = await Promise.all(mail.attachments.map(opened));
      try {
        const signal = AbortSignal.timeout((options.longestSeconds ?? 600) * 1_000);
        const answer = await transport.sendMail({ ...outline(mail, options), attachments, signal });
        return { accepted: answer.accepted.map(addressOf), refused: refusedOf(answer.rejectedErrors ?? []) };
      } catch (cause) {
        return answerOfFailure(cause, mail.to);
      } finally {
        for (const { content } of attachments) content.destroy();
      }
    },
  };
}

async function opened({ fileName, contentType, content }: Mail['attachments'][number]) {
  return { filename: fileName, contentType, content: await content(), contentDisposition: 'attachment' as const };
}

const addressOf = (address: string | { readonly address: string }) =>
  typeof address === 'string' ? address : address.address;

/** Everything but the attachments; nothing in it depends on when or how often it is sent. */
const outline = (mail: Mail, { from, replyTo }: SmtpOptions) => ({
  messageId: mail.messageId,
  date: new Date(mail.date),
  from: { name: from.name, address: from.address },
  to: mail.to.map((address) => ({ name: '', address })),
  replyTo: { name: '', address: replyTo ?? from.address },
  envelope: { from: from.address, to: [...mail.to] },
  subject: mail.subject,
  text: mail.text,
  baseBoundary: createHash('sha256').update(mail.messageId).digest('hex').slice(0, 24),
  headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': suppressed },
});

/** What Exchange is not to answer: absences, automatic answers, receipts. A report that a mail was not delivered is wanted. */
const suppressed = 'OOF, AutoReply, DR, RN, NRN';
