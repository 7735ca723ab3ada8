import type { Log } from '../../../ports/log';
import type { Mailer } from '../../../ports/mailer';

/** Mail: `TONGCHENG_MAILER`. */
export interface MailerPart {
  readonly needs: { readonly log: Log };
  readonly made: Mailer;
}
