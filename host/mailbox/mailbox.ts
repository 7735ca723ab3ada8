import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail as the web view lists it. */
interface MailView {
  readonly id: string;
  readonly messageId: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly receivedAt: number;
  readonly text: string;
  readonly attachments: readonly { readonly fileName: string; readonly bytes: number; readonly url: string }[];
}

/** A local mail server that keeps what arrives as files: for one machine and for tests, never for the outside. */
export interface Mailbox {
  readonly port: number;
  list(): Promise<readonly MailView[]>;
  attachment(
    id: string,
    index: number,
  ): Promise<{ fileName: string; contentType: string; content: Uint8Array } | undefined>;
  close(): Promise<void>;
}

const idShape = /^\d{13}-\d+$/;

/** Opens the mailbox on a free loopback port (or `port`), keeping mail in `folder`. */
export async function openMailbox(folder: string, port = 0): Promise<Mailbox> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  let arrived = 0;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: 200 * 1024 * 1024,
    onData: (stream, _session, done) => {
      arrived += 1;
      const file = join(folder, `${Date.now()}-${arrived}.eml`);
      keep(stream, file).then(() => done(), done);
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  server.on('error', () => undefined);
  const address = server.server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    list: () => listMails(folder),
    attachment: (id, index) => attachmentOf(folder, id, index),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

async function keep(stream: NodeJS.ReadableStream, file: string): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part));
  await writeFile(file, Buffer.concat(parts), { mode: 0o600 });
}

const read = async (folder: string, id: string) => PostalMime.parse(await readFile(join(folder, `${id}.eml`)));

async function listMails(folder: string): Promise<readonly MailView[]> {
  const names = (await readdir(folder))
    .filter((name) => name.endsWith('.eml'))
    .sort()
    .reverse();
  return Promise.all(names.slice(0, 200).map((name) => viewOf(folder, name.slice(0, -'.eml'.length))));
}

async function viewOf(folder: string, id: string): Promise<MailView> {
  const mail = await read(folder, id);
  return {
    id,
    messageId: mail.messageId ?? '',
    from: mail.from?.address ?? '',
    to: (mail.to ?? []).map((to) => to.address ?? ''),
    subject: mail.subject ?? '',
    receivedAt: Number(id.split('-')[0]),
    text: mail.text ?? '',
    attachments: mail.attachments.map((attachment, index) => ({
      fileName: attachment.filename ?? `attachment-${index + 1}`,
      bytes: bytesOf(attachment.content).byteLength,
      url: `/mail/${id}/${index}`,
    })),
  };
}

async function attachmentOf(folder: string, id: string, index: number) {
  if (!idShape.test(id)) return undefined;
  const mail = await read(folder, id).catch(() => undefined);
  const found = mail?.attachments[index];
  if (!found) return undefined;
  return { fileName: found.filename ?? 'attachment', contentType: found.mimeType, content: bytesOf(found.content) };
}

const bytesOf = (content: ArrayBuffer | Uint8Array | string): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
