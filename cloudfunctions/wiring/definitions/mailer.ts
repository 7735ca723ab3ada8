import { createPrivateKey } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import * as z from 'zod';
import { openSmtpMailer } from '../../adapters/smtp/smtp-mailer';
import type { Mailer } from '../../ports/mailer';
import { adapterOption } from '../adapter-option';
import type { ServiceNeeds } from '../outside-service';
import { definePort } from '../port-definition';

/** Mail. It waits in the outbox while its server is away, so it needs no breaker. */
export const mailer = definePort<ServiceNeeds, Mailer>({ chosenBy: 'TONGCHENG_MAILER' });

const settings = z.object({
  /** 发信服务器。 The mail server. */
  TONGCHENG_SMTP_HOST: z.string().min(1),
  /** 端口：tls 用 465，starttls 用 587。 Its port: 465 with `tls`, 587 with `starttls`. */
  TONGCHENG_SMTP_PORT: z.coerce.number().int().min(1).max(65_535),
  /** tls 一开始就加密；starttls 必须升级为加密；none 只用于本机。 `tls` from the first byte, `starttls` insisted on, `none` only towards this machine. */
  TONGCHENG_SMTP_SECURITY: z.enum(['tls', 'starttls', 'none']).default('tls'),
  /** 发信账号，服务器要求时填。 Its user, where it asks for one. */
  TONGCHENG_SMTP_USER: z.string().optional(),
  /** 该账号的密码。 That user's password. */
  TONGCHENG_SMTP_PASSWORD: z.string().optional(),
  /** 自有证书机构的证书文件（PEM），服务器证书不是公共机构签发时填。 File with the certificate of an authority of one's own (PEM), where the server's is not of a public one. */
  TONGCHENG_SMTP_AUTHORITY_FILE: z.string().min(1).optional(),
  /** 发件地址。 The sender's address. */
  TONGCHENG_MAIL_FROM: z.email(),
  /** 回信地址，须有人看；不设则为发件地址。 Where answers of people go: a mailbox that somebody reads. Without it, the sender. */
  TONGCHENG_MAIL_REPLY_TO: z.email().optional(),
  /** 给每封邮件签名的密钥文件（DKIM，PEM，RSA），公钥发布在发件域名的选择器下。 File with the key that signs every mail (DKIM, PEM, RSA); its public half is published under the selector of the sender's domain. */
  TONGCHENG_DKIM_KEY_FILE: z.string().min(1).optional(),
  /** 公钥发布所用的选择器。 The selector under which the public half of that key is published. */
  TONGCHENG_DKIM_SELECTOR: z
    .string()
    .regex(/^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$/)
    .default('tongcheng'),
});
type Settings = z.output<typeof settings>;

/** Mail through an SMTP server; signed where there is a key for it. */
export const smtp = () =>
  adapterOption(settings, (given): Mailer => {
    const { TONGCHENG_SMTP_USER: user, TONGCHENG_SMTP_PASSWORD: password } = given;
    const authorityFile = given.TONGCHENG_SMTP_AUTHORITY_FILE;
    return openSmtpMailer({
      host: given.TONGCHENG_SMTP_HOST,
      port: given.TONGCHENG_SMTP_PORT,
      security: given.TONGCHENG_SMTP_SECURITY,
      from: { name: '同乘 Tongcheng', address: given.TONGCHENG_MAIL_FROM },
      ...(given.TONGCHENG_MAIL_REPLY_TO === undefined ? {} : { replyTo: given.TONGCHENG_MAIL_REPLY_TO }),
      ...(user === undefined ? {} : { user }),
      ...(password === undefined ? {} : { password }),
      ...(authorityFile === undefined ? {} : { authority: readFileSync(authorityFile, 'utf8') }),
      ...dkimOf(given),
    });
  });

/** Receivers compare the signing domain with the sender's: so it is the sender's. */
function dkimOf(given: Settings) {
  const file = given.TONGCHENG_DKIM_KEY_FILE;
  if (file === undefined) return {};
  if ((statSync(file).mode & 0o077) !== 0)
    throw new Error(
      `邮件签名密钥可被他人读取，请设为 600。 The key that signs mail is readable by others; set its mode to 600: ${file}`,
    );
  const [, domainName = ''] = given.TONGCHENG_MAIL_FROM.split('@');
  const privateKey = readFileSync(file, 'utf8');
  if (createPrivateKey(privateKey).asymmetricKeyType !== 'rsa')
    throw new Error(`邮件签名密钥须为 RSA。 The key that signs mail must be RSA: ${file}`);
  return { dkim: { domainName, keySelector: given.TONGCHENG_DKIM_SELECTOR, privateKey } };
}
