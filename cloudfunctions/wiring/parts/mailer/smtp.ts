import * as z from 'zod';
import { openSmtpMailer } from '../../../adapters/smtp/smtp-mailer';
import { choice } from '../../choice';

const settings = z.object({
  TONGCHENG_SMTP_HOST: z.string().min(1),
  TONGCHENG_SMTP_PORT: z.coerce.number().int().min(1).max(65_535),
  /** `tls` from the first byte, `starttls` insisted on, `none` only towards this machine. */
  TONGCHENG_SMTP_SECURITY: z.enum(['tls', 'starttls', 'none']).default('tls'),
  TONGCHENG_SMTP_USER: z.string().optional(),
  TONGCHENG_SMTP_PASSWORD: z.string().optional(),
  TONGCHENG_MAIL_FROM: z.email(),
});

/** Mail through an SMTP server. */
export const smtp = choice(settings, (given) => {
  const { TONGCHENG_SMTP_USER: user, TONGCHENG_SMTP_PASSWORD: password } = given;
  return openSmtpMailer({
    host: given.TONGCHENG_SMTP_HOST,
    port: given.TONGCHENG_SMTP_PORT,
    security: given.TONGCHENG_SMTP_SECURITY,
    from: { name: '同乘 Tongcheng', address: given.TONGCHENG_MAIL_FROM },
    ...(user === undefined ? {} : { user }),
    ...(password === undefined ? {} : { password }),
  });
});
