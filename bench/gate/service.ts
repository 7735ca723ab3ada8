import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { hourMs } from '@tongcheng/shared/time';
import { keys, type SetFiles } from '../cards/set-files';

/** The service that a gate of the bench syncs with: it has one snapshot, and a delta as soon as it is told to. */
export interface GateService {
  readonly url: string;
  /** Versions that the gate reported, with the time of each, in milliseconds of `performance.now`. */
  readonly reports: { readonly version: number; readonly at: number }[];
  /** When each file was asked for. */
  readonly fetched: { readonly name: string; readonly at: number }[];
  offerDelta(): void;
  close(): void;
}

/** Starts it over set files that lie on the disk. */
export async function startService(files: SetFiles): Promise<GateService> {
  const state = { offersDelta: false };
  const reports: GateService['reports'][number][] = [];
  const fetched: GateService['fetched'][number][] = [];
  const answers = answersOf(files, state, (version) => reports.push({ version, at: performance.now() }));
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    if (path.startsWith('/files/')) {
      fetched.push({ name: path.slice('/files/'.length), at: performance.now() });
      createReadStream(path === '/files/delta' ? files.delta : files.snapshot).pipe(response);
    } else void answer(answers, request, response);
  });
  return {
    url: await listening(server),
    reports,
    fetched,
    offerDelta: () => {
      state.offersDelta = true;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

type Answers = Readonly<Record<string, (body: { readonly setVersion?: number; readonly text?: string }) => object>>;

async function answer(answers: Answers, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  const name = (request.url ?? '').slice('/api/'.length);
  const value = answers[name]?.(JSON.parse(Buffer.concat(pieces).toString()));
  response.setHeader('content-type', 'application/json').end(JSON.stringify({ ok: true, value }));
}

function answersOf(
  files: SetFiles,
  state: { readonly offersDelta: boolean },
  onReport: (version: number) => void,
): Answers {
  const [snapshot, delta] = [linkOf('snapshot', files.snapshot, 1), { ...linkOf('delta', files.delta, 2), from: 1 }];
  return {
    'devices.enrol-device': () => ({ deviceId: '01GATE00000000000000000000', name: 'bench' }),
    'devices.get-challenge': () => ({ challenge: 'a challenge of the bench' }),
    'devices.sign-in-device': () => ({ accessToken: 'bench', accessExpiresAt: Date.now() + hourMs }),
    'gates.get-keys': () => keysOf(files),
    'gates.get-set': () => ({
      ...{ epoch: '2022-22', version: state.offersDelta ? 2 : 1, snapshot },
      deltas: state.offersDelta ? [delta] : [],
    }),
    'gates.report-state': ({ setVersion }) => {
      onReport(setVersion ?? 0);
      return { now: Date.now() };
    },
    'gates.deliver-taps': ({ text = '{}' }) => ({ accepted: JSON.parse(text).sequence }),
  };
}

function linkOf(name: string, path: string, version: number) {
  const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
  return { version, url: `/files/${name}`, bytes: statSync(path).size, sha256 };
}

const keysOf = (files: SetFiles) => ({
  ...{ city: '110000', now: Date.now(), epoch: '2022-22', epochEndsAt: Date.now() + 24 * hourMs },
  readerKey: keys.reader.toString('base64url'),
  epochKey: keys.epoch.toString('base64url'),
  setKeys: [{ keyId: 'set-1', publicKey: files.publicKey }],
  // The public key of Curve25519's base point doubled: nobody opens what the bench seals.
  tapKey: { keyId: 'tap-1', publicKey: Buffer.alloc(32, 9).toString('base64url') },
  place: {
    ...{ venueId: 'bench', direction: 'entry', longestAgeMs: 24 * hourMs, passingKinds: [], voices: ['zh', 'en'] },
    rules: [{ from: 0, terms: { requires: ['identity', 'green-status', 'negative-test'], testMaxAgeDays: 2 } }],
  },
});
