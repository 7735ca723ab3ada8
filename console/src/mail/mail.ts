import type { Instant } from '@tongcheng/shared/time';

/** A file in a mail. */
interface Attachment {
  readonly fileName: string;
  readonly bytes: number;
  readonly url: string;
}

/** A mail in the local mailbox. `GET /mail/messages.json` gives a list of them, newest first. */
export interface ReceivedMail {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly receivedAt: Instant;
  readonly text: string;
  readonly attachments: readonly Attachment[];
}

const isMail = (value: unknown): value is ReceivedMail =>
  typeof value === 'object' && value !== null && 'id' in value && 'subject' in value && 'attachments' in value;

/** The mails of a list that arrived, or `undefined` when there is no mailbox. */
export const mailsIn = (value: unknown): readonly ReceivedMail[] | undefined =>
  Array.isArray(value) ? value.filter(isMail) : undefined;

/** A mail's text in pieces: plain, and links that can be followed. */
export const textParts = (
  text: string,
): readonly { readonly text: string; readonly isLink: boolean; readonly at: number }[] =>
  [...text.matchAll(/https?:\/\/[^\s<>"'，。；）)]+|(?:(?!https?:\/\/)[\s\S])+/g)].map((found) => ({
    text: found[0],
    isLink: /^https?:\/\//.test(found[0]),
    at: found.index,
  }));
