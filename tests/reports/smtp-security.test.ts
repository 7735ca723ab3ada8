import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { openSmtpMailer, type SmtpOptions } from '@tongcheng/cloudfunctions/adapters/smtp/smtp-mailer';
import { type Mail, MailerAway } from '@tongcheng/cloudfunctions/ports/mailer';
import { smtp } from '@tongcheng/cloudfunctions/wiring/definitions/mailer';
import { ownAuthority } from '../servers/certificates';
import { type MailServerSecurity, openMailServer } from '../world/mail-server';
import { dkimCheck, signedHeaders } from './dkim-check';

const authority = ownAuthority();
const ours: Partial<SmtpOptions> = { authority: authority.cert };
const user = { name: 'tongcheng', password: 'a password of tests only' };
const opened: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map(({ close }) => close()));
});

const mail: Mail = {
  messageId: '<a1b2@tongcheng.example>',
  date: Date.UTC(2026, 10, 21, 1),
  to: ['bureau@wuhan.example'],
  subject: '武汉市 2026-11-20 乘客日报',
  text: '内容见附件。\nSee the attachment.\n',
  attachments: [
    {
      fileName: '420100.xlsx',
      contentType: 'application/octet-stream',
      content: async () => Readable.from([Buffer.alloc(300_000, 'report ')]),
    },
  ],
};

/** A server with a certificate of ours, and a mailer that trusts `trusted`: our authority unless told otherwise. */
async function begin(security: Partial<MailServerSecurity> = {}, options: Partial<SmtpOptions> = {}, trusted = ours) {
  const server = await openMailServer([], { by: 'tls', ...authority.certify('localhost'), ...security });
  opened.push(server);
  const mailer = openSmtpMailer({
    host: 'localhost',
    port: server.port,
    security: security.by ?? 'tls',
    from: { name: '同乘', address: 'reports@tongcheng.example' },
    silenceSeconds: 20,
    ...trusted,
    ...options,
  });
  return { server, mailer };
}

describe.each(['tls', 'starttls'] as const)('mail by %s', (by) => {
  test('a server that our authority vouches for takes it, through TLS', async () => {
    const { server, mailer } = await begin({ by });
    expect((await mailer.send(mail)).accepted).toEqual(mail.to);
    expect(server.received.map(({ secure }) => secure)).toEqual([true]);
  });

  const hour = 3_600_000;
  test.each<[string, Partial<MailServerSecurity>, Partial<SmtpOptions>]>([
    ['of an authority that is not the one we trust', {}, { authority: ownAuthority().cert }],
    ['of an authority that nobody told us to trust', {}, {}],
    ['for another host', authority.certify('mail.elsewhere.example'), ours],
    ['that is over', authority.certify('localhost', { from: Date.now() - 2 * hour, until: Date.now() - hour }), ours],
  ])('with a certificate %s it gets nothing', async (_what, security, trusted) => {
    const { server, mailer } = await begin({ by, ...security }, {}, trusted);
    await expect(mailer.send(mail)).rejects.toThrow(MailerAway);
    expect(server.received).toEqual([]);
  });

  test('a password goes through TLS only; a wrong one is away, and the error does not tell it', async () => {
    const { server, mailer } = await begin({ by, user }, { user: user.name, password: user.password });
    expect((await mailer.send(mail)).accepted).toEqual(mail.to);
    expect(server.received).toHaveLength(1);
    const wrong = await begin({ by, user }, { user: user.name, password: 'not this one' });
    const refusal = await wrong.mailer.send(mail).catch((cause: unknown) => cause);
    expect(refusal).toBeInstanceOf(MailerAway);
    expect(String(refusal)).not.toContain('not this one');
  });
});

test('a server that lost its STARTTLS on the way gets neither mail nor password', async () => {
  const server = await openMailServer();
  opened.push(server);
  const mailer = openSmtpMailer({
    host: 'localhost',
    port: server.port,
    security: 'starttls',
    user: user.name,
    password: user.password,
    from: { name: 'x', address: 'x@y.example' },
    silenceSeconds: 20,
  });
  await expect(mailer.send(mail)).rejects.toThrow(MailerAway);
  expect(server.received).toEqual([]);
});

describe('DKIM', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const dkim = {
    domainName: 'tongcheng.example',
    keySelector: 'reports2026',
    privateKey: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  };
  const record = `v=DKIM1; k=rsa; p=${publicKey.export({ format: 'der', type: 'spki' }).toString('base64')}`;
  const published = new Map([['reports2026._domainkey.tongcheng.example', record]]);

  async function signedMail() {
    const { server, mailer } = await begin({}, { dkim });
    await mailer.send(mail);
    await mailer.send(mail);
    const [first, second] = server.received.map(({ raw }) => raw);
    if (!first || !second) throw new Error('the mails did not arrive');
    return { first, second };
  }

  test('a signed mail is proved by the published key, subject, sender, date and attachment included', async () => {
    const { first } = await signedMail();
    expect(dkimCheck(first, published)).toBe('right');
    for (const name of ['from', 'to', 'subject', 'date', 'message-id']) expect(signedHeaders(first)).toContain(name);
  });

  test('R-02 a signed mail sent twice is the same to the byte', async () => {
    const { first, second } = await signedMail();
    expect(second.equals(first)).toBe(true);
  });

  test('the check itself fails: a changed subject, a changed attachment, another key, no signature', async () => {
    const { first } = await signedMail();
    const text = first.toString('latin1');
    const changed = (from: string | RegExp, to: string) => Buffer.from(text.replace(from, to), 'latin1');
    expect(dkimCheck(changed(/\r\nSubject: =/, '\r\nSubject: x='), published)).toBe('the headers were changed');
    expect(dkimCheck(changed('cmVwb3J0', 'cmVwb3J1'), published)).toBe('the body was changed');
    expect(dkimCheck(changed(/^DKIM-Signature:/i, 'X-Signature:'), published)).toBe('not signed');
    expect(dkimCheck(first, new Map())).toBe('no published key');
    const other = generateKeyPairSync('rsa', { modulusLength: 2_048 }).publicKey;
    const wrong = `v=DKIM1; p=${other.export({ format: 'der', type: 'spki' }).toString('base64')}`;
    expect(dkimCheck(first, new Map([[[...published.keys()].join(), wrong]]))).toBe('the headers were changed');
  });

  test('by configuration: a key file signs for the sender’s domain; one that others may read stops the start', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dkim-'));
    const [keyFile, authorityFile] = [join(folder, 'dkim.pem'), join(folder, 'authority.pem')];
    writeFileSync(keyFile, dkim.privateKey, { mode: 0o600 });
    writeFileSync(authorityFile, authority.cert);
    const { server } = await begin();
    const environment = {
      TONGCHENG_SMTP_HOST: 'localhost',
      TONGCHENG_SMTP_PORT: String(server.port),
      TONGCHENG_SMTP_AUTHORITY_FILE: authorityFile,
      TONGCHENG_MAIL_FROM: 'reports@tongcheng.example',
      TONGCHENG_DKIM_KEY_FILE: keyFile,
      TONGCHENG_DKIM_SELECTOR: dkim.keySelector,
    };
    const read = smtp().read(environment);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    await (await read.open({})).send(mail);
    expect(server.received.map(({ raw }) => dkimCheck(raw, published))).toEqual(['right']);
    chmodSync(keyFile, 0o644);
    await expect(read.open({})).rejects.toThrow('readable by others');
    rmSync(folder, { recursive: true });
  });
});
