import type { Readable } from 'node:stream';
import type { Instant } from '@tongcheng/shared/time';

/** One mail, whole: the same facts make the same bytes, so that a retry is no second mail. */
export interface Mail {
  /** Stable: the same mail sent twice carries the same id, so that a recipient's server can tell. */
  readonly messageId: string;
  /** The Date header: when the mail was queued, so that a retry is the same mail to the byte. */
  readonly date: Instant;
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
  /** `permanent`: 5xx, do not try again. `reply` names no address. */
  readonly refused: readonly { readonly address: string; readonly permanent: boolean; readonly reply: string }[];
}

/**
 * Sends mail. Throws {@link MailerAway} when the whole attempt failed and may succeed later, {@link HeaderRefused} when the
 * mail itself would be dangerous to send.
 */
export interface Mailer {
  send(mail: Mail): Promise<MailAnswer>;
  /** Reaches the server, encrypts and signs in as for a mail, and sends none; throws why it cannot. For a check before anything depends on it. */
  verify?(): Promise<unknown>;
}

/** The mail server was not reached, or broke off before it took the mail. Its message names no address. */
export class MailerAway extends Error {
  override readonly name = 'MailerAway';
}

/** A header holds CR, LF, NUL or another control character, or an address is none (safety rule 13). Never sent, never retried. */
export class HeaderRefused extends Error {
  override readonly name = 'HeaderRefused';
}
