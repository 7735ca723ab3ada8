import { isMailAddress } from '@tongcheng/shared/reports/address';
import { HeaderRefused, type Mail } from '../../ports/mailer';

const control = /\p{Cc}/u;
const messageId = /^<[^\s<>@]{1,150}@[^\s<>@]{1,100}>$/;

/** The mail itself, once nothing in it can end a header or add a recipient; throws {@link HeaderRefused} otherwise. */
export function checkedMail(mail: Mail): Mail {
  const headers = [mail.subject, mail.messageId, ...mail.to];
  for (const { fileName, contentType } of mail.attachments) headers.push(fileName, contentType);
  if (headers.some((text) => control.test(text))) throw new HeaderRefused('a control character in a header');
  if (mail.to.length === 0 || !mail.to.every(isMailAddress)) throw new HeaderRefused('not an address');
  if (!messageId.test(mail.messageId)) throw new HeaderRefused('not a Message-ID');
  return mail;
}
