import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { type Collections, documentActions, type OnTaken } from './documents';
import { type Fields, fieldsOf, ServiceFault } from './ejson';
import { type FaultKind, plannedFaults } from './faults';
import { fileStorage } from './files';
import { type KnownKeys, verifySignature } from './signature';

/**
 * A stand-in of CloudBase's `/admin` interface, so that the real `@cloudbase/node-sdk` runs in tests without the cloud.
 *
 * What it is faithful to, because the SDK's own code shows it: addresses, actions, parameters, canonical extended JSON in
 * texts, TC3 signatures (verified by Tencent's own `@cloudbase/signature-nodejs`), errors as HTTP 200 with `code` and
 * `message`, 100 documents by default and never more than 1,000, the upload's metadata and PUT.
 *
 * What nobody has compared with the live service, and a first deployment must: that an id which is taken answers with the
 * words `E11000 duplicate key`; what becomes of a list of which one id is taken (all three ways are tested); the largest
 * request and answer; `$push` with `$slice`; the codes of throttling and of keys that ended; that one update by id and
 * version is a single atomic step; reads from the primary; a content type that is sent with an upload; the form of links.
 * Transactions, replacing, upserting, aggregation and rules for clients are not here: the adapter uses none of them.
 */
export async function startStandIn(options: StandInOptions = {}) {
  const env = options.env ?? 'stand-in-1a2b3c';
  const secondsNow = options.secondsNow ?? (() => Math.floor(Date.now() / 1_000));
  const collections: Collections = new Map();
  const known = new Map<string, KnownKeys>();
  const faults = plannedFaults();
  const seen: Seen[] = [];
  const limits = { requestBytes: 6_000_000, replyBytes: 16_000_000, slowMs: 300 };
  let onTaken: OnTaken = 'ordered';
  let uploadsRefused = false;
  let address = '';
  const files = fileStorage({ env, address: () => address }, secondsNow);
  const actions = new Map<string, (params: Fields) => object>(
    Object.entries({ ...documentActions(collections, () => onTaken), ...files.actions }),
  );

  const answerTo = (request: IncomingMessage, body: string, params: Fields): object => {
    if (Buffer.byteLength(body) > limits.requestBytes)
      throw new ServiceFault('EXCEED_REQUEST_SIZE_LIMIT', 'request body is too large');
    verifySignature(request, params, (secretId) => known.get(secretId), secondsNow());
    const other = params.envName !== env;
    if (other && !options.others?.includes(String(params.envName)))
      throw new ServiceFault('INVALID_ENV', 'Env Not Exists');
    const act = actions.get(String(params.action));
    if (!act) throw new ServiceFault('INVALID_ACTION', `not in the stand-in: ${params.action}`);
    return act(other ? { ...params, collectionName: `${params.envName}/${params.collectionName}` } : params);
  };

  const admin = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await text(request);
    const params = fieldsOf(JSON.parse(body));
    const action = String(params.action);
    if (!options.forgetful) seen.push({ action, collection: String(params.collectionName ?? ''), params });
    const fault = faults.next(action);
    if (fault === 'away') return request.socket.destroy();
    const refused = fault ? turnedAway.get(fault) : undefined;
    const reply = refused ?? outcome(() => answerTo(request, body, params));
    const whole = JSON.stringify({ requestId: `r-${seen.length}`, ...reply });
    const tooLong = { code: 'EXCEED_MAX_RESPONSE_SIZE', message: 'response is too large' };
    return send(request, response, whole.length > limits.replyBytes ? JSON.stringify(tooLong) : whole, fault);
  };

  const send = async (request: IncomingMessage, response: ServerResponse, whole: string, fault?: FaultKind) => {
    if (fault === 'done-then-silence') return undefined;
    if (fault === 'done-then-cut') return request.socket.destroy();
    if (fault === 'gateway') return response.writeHead(502).end('<html>502 Bad Gateway</html>');
    if (fault === 'slow') await pause(limits.slowMs);
    response.writeHead(200, { 'content-type': 'application/json' });
    if (fault === 'rubbish') return response.end('<html>busy</html>');
    return response.end(fault === 'half' ? whole.slice(0, whole.length / 2) : whole);
  };

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://any');
    const route = async () => {
      if (pathname === '/admin' && request.method === 'POST') return admin(request, response);
      if (pathname.startsWith('/upload/') && uploadsRefused) return response.writeHead(500).end();
      if (pathname.startsWith('/upload/') && request.method === 'PUT') return files.put(request, response);
      if (pathname.startsWith('/files/')) return files.get(request, response);
      return response.writeHead(404).end();
    };
    route().catch(() => response.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  address = addressOf(server.address());

  return {
    env,
    /** What `init` takes as `serviceUrl`. */
    serviceUrl: `${address}/admin`,
    address,
    /** Every request to `/admin`, oldest first. */
    seen,
    faults,
    limits,
    /** The documents as they lie in the cloud. */
    collections,
    files: files.files,
    /** Which keys the service takes; to end some, delete them. */
    keys: known,
    setOnTaken: (way: OnTaken) => {
      onTaken = way;
    },
    /** From now on the bucket answers uploads with HTTP 500 and nothing else. */
    refuseUploads: () => {
      uploadsRefused = true;
    },
    makeCollections: (...names: readonly string[]) => {
      for (const name of names) collections.set(name, new Map());
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** What a stand-in is to be. */
export interface StandInOptions {
  readonly env?: string;
  /** Further environments of the account; their collections are named `env/collection` here. */
  readonly others?: readonly string[];
  readonly secondsNow?: () => number;
  /** Requests are not kept to be looked at: for long loads. */
  readonly forgetful?: boolean;
}

/** A running stand-in. */
export type StandIn = Awaited<ReturnType<typeof startStandIn>>;

/** One request that reached `/admin`. */
interface Seen {
  readonly action: string;
  readonly collection: string;
  readonly params: Fields;
}

const turnedAway: ReadonlyMap<FaultKind, object> = new Map([
  ['throttled', { code: 'EXCEED_REQUEST_LIMIT', message: 'request limit exceeded' }],
  ['conflict', { code: 'DATABASE_TRANSACTION_CONFLICT', message: 'WriteConflict' }],
]);

/** Done, as `data`; refused, as `code` and `message`: HTTP 200 either way. */
function outcome(answer: () => object): object {
  try {
    return { data: answer() };
  } catch (fault) {
    if (fault instanceof ServiceFault) return { code: fault.code, message: fault.message };
    throw fault;
  }
}

const addressOf = (bound: string | AddressInfo | null): string => {
  if (typeof bound !== 'object' || bound === null) throw new Error('the stand-in has no address');
  return `http://127.0.0.1:${bound.port}`;
};
