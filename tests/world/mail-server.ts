import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** What the server does with one attempt to deliver. */
export type Behaviour =
  | 'take'
  | 'refuse-recipient-for-now'
  | 'refuse-recipient'
  | 'refuse-content-for-now'
  | 'refuse-content'
  | 'drop-within-data'
  | 'drop-after-data'
  | 'stay-silent'
  /** Takes it, long after it came. */
  | 'take-slowly';

/** A mail that the server took, or had in its hands when it broke off. */
export interface Received {
  readonly raw: Buffer;
  readonly mail: Email;
  readonly to: readonly string[];
  readonly acknowledged: boolean;
  /** It came through TLS. */
  readonly secure: boolean;
}

/** Much less than the seconds of silence at which the mailer of the tests gives up. */
const slowMs = 700;

const refusal = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode });

/** How a server speaks TLS, and whom it lets in. */
export interface MailServerSecurity {
  readonly by: 'tls' | 'starttls';
  readonly cert: string;
  readonly key: string;
  readonly user?: { readonly name: string; readonly password: string };
}

const inTheClear = { disabledCommands: ['AUTH', 'STARTTLS'] };

const secured = ({ by, cert, key, user }: MailServerSecurity) => ({
  secure: by === 'tls',
  cert,
  key,
  authOptional: user === undefined,
  disabledCommands: user === undefined ? ['AUTH'] : [],
});

/** A real SMTP server on a free port, whose next answers a test decides; afterwards it takes everything. */
export async function openMailServer(next: Behaviour[] = [], security?: MailServerSecurity) {
  const received: Received[] = [];
  const refusedAlways = new Set<string>();
  const server = new SMTPServer({
    authOptional: true,
    ...(security ? secured(security) : inTheClear),
    closeTimeout: 100,
    onAuth: ({ username, password }, _session, done) => {
      const known = username === security?.user?.name && password === security?.user?.password;
      return known ? done(null, { user: 'known' }) : done(refusal(535, '5.7.8 authentication failed'));
    },
    onRcptTo: ({ address }, _session, done) => {
      if (refusedAlways.has(address)) return done(refusal(550, `5.1.1 <${address}> no such user`));
      const behaviour = next[0];
      if (behaviour === 'refuse-recipient' || behaviour === 'refuse-recipient-for-now') next.shift();
      if (behaviour === 'refuse-recipient') return done(refusal(550, `5.1.1 <${address}> no such user`));
      if (behaviour === 'refuse-recipient-for-now') return done(refusal(451, '4.7.1 greylisted'));
      return done();
    },
    onData: (stream, session, done) => {
      const behaviour = next.shift() ?? 'take';
      const socket = [...server.connections].find(({ id }) => id === session.id)?._socket;
      if (behaviour === 'drop-within-data') return void stream.once('data', () => socket?.destroy());
      void buffer(stream).then(async (raw) => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        const acknowledged = behaviour === 'take' || behaviour === 'take-slowly';
        if (acknowledged || behaviour === 'drop-after-data') {
          received.push({ raw, mail: await PostalMime.parse(raw), to, acknowledged, secure: session.secure });
        }
        if (behaviour === 'drop-after-data') return socket?.destroy();
        if (behaviour === 'stay-silent') return undefined;
        if (behaviour === 'take-slowly') await setTimeout(slowMs);
        if (behaviour === 'refuse-content') return done(refusal(552, '5.3.4 too big'));
        if (behaviour === 'refuse-content-for-now') return done(refusal(452, '4.3.1 no room'));
        return done();
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const address: AddressInfo | string | null = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { port, received, next, refusedAlways, close: () => new Promise<void>((done) => server.close(() => done())) };
}

/** The bytes of a mail's attachment. */
export function attachmentOf({ mail }: Received, place = 0): Buffer {
  const content = mail.attachments[place]?.content;
  if (content === undefined) throw new Error('the mail has no such attachment');
  return typeof content === 'string' ? Buffer.from(content) : Buffer.from(new Uint8Array(content));
}

/** A server that runs. */
export type MailServer = Awaited<ReturnType<typeof openMailServer>>;
