import { Readable } from 'node:stream';
import { openSmtpMailer } from '@tongcheng/cloudfunctions/adapters/smtp/smtp-mailer';
import { HeaderRefused, type Mail, MailerAway } from '@tongcheng/cloudfunctions/ports/mailer';
import { attachmentOf, type Behaviour, openMailServer } from '../world/mail-server';

let server: Awaited<ReturnType<typeof openMailServer>>;

beforeEach(async () => {
  server = await openMailServer();
});
afterEach(() => server.close());

/** Short only where a silent server is what the test is about: a busy machine is silent for a second too. */
const mailer = (silenceSeconds = 20) => openSmtpMailer({ ...options(), silenceSeconds });

const options = () => ({
  host: '127.0.0.1',
  port: server.port,
  security: 'none' as const,
  from: { name: '同乘', address: 'reports@tongcheng.example' },
});

const mail = (change: Partial<Mail> = {}): Mail => ({
  messageId: '<a1b2@tongcheng.example>',
  date: Date.UTC(2026, 10, 21, 1),
  to: ['bureau@wuhan.example'],
  subject: '武汉市 2026-11-20 乘客日报',
  text: '内容见附件。\nSee the attachment.\n',
  attachments: [
    {
      fileName: '420100-2026-11-20.xlsx',
      contentType: 'application/octet-stream',
      content: async () => Readable.from([Buffer.from('the file')]),
    },
  ],
  ...change,
});

test('R-02 a mail arrives with its own Message-ID, both languages and the attachment unchanged', async () => {
  expect(await mailer().send(mail())).toEqual({ accepted: ['bureau@wuhan.example'], refused: [] });
  const [only] = server.received;
  expect(only?.mail.messageId).toBe('<a1b2@tongcheng.example>');
  expect(only?.mail.subject).toBe('武汉市 2026-11-20 乘客日报');
  expect(only?.mail.text).toContain('See the attachment.');
  expect(only && String(attachmentOf(only))).toBe('the file');
});

test('R-02 nobody’s absence note answers a mail, and people’s answers go to the mailbox that is set', async () => {
  await mailer().send(mail());
  const answered = openSmtpMailer({ ...options(), replyTo: 'help@tongcheng.example' });
  await answered.send(mail());
  const heads = server.received.map(({ mail: { headers, replyTo } }) => ({
    suppressed: headers.find(({ key }) => key === 'x-auto-response-suppress')?.value,
    automatic: headers.find(({ key }) => key === 'auto-submitted')?.value,
    replyTo: replyTo?.map(({ address }) => address),
  }));
  const same = { suppressed: 'OOF, AutoReply, DR, RN, NRN', automatic: 'auto-generated' };
  expect(heads).toEqual([
    { ...same, replyTo: ['reports@tongcheng.example'] },
    { ...same, replyTo: ['help@tongcheng.example'] },
  ]);
});

test('R-02 a mail sent twice is the same to the byte', async () => {
  await mailer().send(mail());
  await mailer().send(mail());
  expect(server.received).toHaveLength(2);
  expect(server.received[1]?.raw.equals(server.received[0]?.raw ?? Buffer.alloc(0))).toBe(true);
});

test.each<Behaviour>(['refuse-content-for-now', 'drop-within-data', 'drop-after-data', 'stay-silent'])(
  'a server that does this is away, and the next try succeeds: %s',
  async (behaviour) => {
    server.next.push(behaviour);
    await expect(mailer(behaviour === 'stay-silent' ? 1 : 20).send(mail())).rejects.toThrow(MailerAway);
    expect((await mailer().send(mail())).accepted).toEqual(['bureau@wuhan.example']);
  },
);

test('no server at all is away', async () => {
  const gone = openSmtpMailer({
    host: '127.0.0.1',
    port: 1,
    security: 'none',
    from: { name: 'x', address: 'x@y.example' },
  });
  await expect(gone.send(mail())).rejects.toThrow(MailerAway);
});

test('a server that must speak TLS and does not is away: nothing is sent in the clear', async () => {
  const strict = openSmtpMailer({
    host: '127.0.0.1',
    port: server.port,
    security: 'starttls',
    from: { name: 'x', address: 'x@y.example' },
  });
  await expect(strict.send(mail())).rejects.toThrow(MailerAway);
  expect(server.received).toEqual([]);
});

test.each([
  ['refuse-recipient', true],
  ['refuse-recipient-for-now', false],
  ['refuse-content', true],
] as const)(
  'a refusal is told with whether it is for good, and without the address: %s',
  async (behaviour, permanent) => {
    server.next.push(behaviour);
    const answer = await mailer().send(mail());
    expect(answer.accepted).toEqual([]);
    expect(answer.refused).toMatchObject([{ address: 'bureau@wuhan.example', permanent }]);
    expect(answer.refused[0]?.reply).not.toContain('@');
  },
);

test('of two recipients one refused: the other has the mail, and both are told apart', async () => {
  server.refusedAlways.add('gone@wuhan.example');
  const answer = await mailer().send(mail({ to: ['gone@wuhan.example', 'bureau@wuhan.example'] }));
  expect(answer.accepted).toEqual(['bureau@wuhan.example']);
  expect(answer.refused).toMatchObject([{ address: 'gone@wuhan.example', permanent: true }]);
});

test.each<[string, Partial<Mail>]>([
  ['subject', { subject: 'x\r\nBcc: evil@evil.example' }],
  ['subject with NUL', { subject: 'x\u0000' }],
  ['recipient', { to: ['a@b.example\r\nRCPT TO:<evil@evil.example>'] }],
  ['a list in one recipient', { to: ['a@b.example,evil@evil.example'] }],
  ['a name with an address', { to: ['"x" <evil@evil.example>'] }],
  ['no recipient', { to: [] }],
  ['Message-ID', { messageId: '<a@b>\r\nX: y' }],
  ['a Message-ID without brackets', { messageId: 'report@b.example' }],
  ['two in one Message-ID', { messageId: '<report@b.example> <other@b.example>' }],
  [
    'file name',
    { attachments: [{ fileName: 'x\n.xlsx', contentType: 'text/plain', content: async () => Readable.from([]) }] },
  ],
  [
    'content type',
    { attachments: [{ fileName: 'x', contentType: 'text/plain\r\nX: y', content: async () => Readable.from([]) }] },
  ],
])('safety rule 13: a mail is never sent with this in a header: %s', async (_, change) => {
  await expect(mailer().send(mail(change))).rejects.toThrow(HeaderRefused);
  expect(server.received).toEqual([]);
});
