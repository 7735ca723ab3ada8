import type { Readable } from 'node:stream';

export interface Mail {
  /** Stable: the same mail sent twice carries the same id, so that a recipient's server can tell. */
  readonly messageId: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly {
    readonly fileName: string;
    readonly contentType: string;
    readonly content: () => Promise<Readable>;
  }[];
}

/** What the mail server answered for each recipient. */
export interface MailAnswer {
  readonly accepted: readonly string[];
  /** `permanent`: 5xx, do not try again. */
  readonly refused: readonly { readonly address: string; readonly permanent: boolean; readonly reply: string }[];
}

/** Sends mail. Throws {@link MailerAway} when the whole attempt failed and may succeed later. */
export interface Mailer {
  send(mail: Mail): Promise<MailAnswer>;
}

/** The mail server was not reached, or broke off before it took the mail. */
export class MailerAway extends Error {
  override readonly name = 'MailerAway';
}
