import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

import { type DocumentStore, StoreDamaged, StoreMisused, StoreRefused } from '../../../ports/document-store';

import type { CollectionSpec } from '../collection-spec';
import { type SqliteStoreOptions, storeOf } from '../open-sqlite-store';
import type { StoreOperations } from '../store-operations';
import type { Call, SentError, ThreadReply, ThreadRequest } from './messages';

/** An embedded store in a thread of its own. */
export interface ThreadedStoreOptions extends SqliteStoreOptions {
  /** The file of `store-thread.ts` as it was bundled. */
  readonly program: string;
}

/**
 * The embedded document store in a thread of its own (decision 131): whoever answers requests does not stand still while a commit is
 * synced or a page is searched. Throws as the one in the own thread does.
 */
export const openThreadedStore = async ({ program, ...options }: ThreadedStoreOptions): Promise<DocumentStore> => {
  const worker = new Worker(program, { workerData: options, name: 'store' });
  await once(worker, 'message');
  return storeOf(threadOperations(worker));
};

/**
 * {@link StoreOperations} of the thread that a worker is. All that is asked in one turn of the loop goes as one message: a message costs as much as
 * several scans are worth. A thread that dies takes the program with it, as a fault in the own thread would: nothing was acknowledged that is
 * not on the disk, and whoever starts programs again starts this one.
 */
const threadOperations = (worker: Worker): StoreOperations => {
  const ask = callsTo(worker);
  const numbers = new Map<CollectionSpec, number>();
  const numberOf = (spec: CollectionSpec): number => {
    const known = numbers.get(spec);
    if (known !== undefined) return known;
    const number = numbers.size;
    numbers.set(spec, number);
    // When it is refused, so is the call that it is for, which tells.
    ask({ verb: 'declare', declared: spec }).catch(() => undefined);
    return number;
  };
  return {
    insert: (spec, documents) => ask({ verb: 'insert', spec: numberOf(spec), documents }),
    update: (spec, document, expected) => ask({ verb: 'update', spec: numberOf(spec), document, expected }),
    delete: (spec, id) => ask({ verb: 'delete', spec: numberOf(spec), id }),
    get: (spec, id) => ask({ verb: 'get', spec: numberOf(spec), id }),
    select: (spec, query, maxCharacters) => ask({ verb: 'select', spec: numberOf(spec), query, maxCharacters }),
    count: (spec, conditions) => ask({ verb: 'count', spec: numberOf(spec), conditions }),
    days: (spec) => ask({ verb: 'days', spec: numberOf(spec) }),
    dropDay: (spec, day) => ask({ verb: 'dropDay', spec: numberOf(spec), day }),
    troubles: () => ask({ verb: 'troubles' }),
    close: async () => {
      const ended = once(worker, 'exit');
      await ask<void>({ verb: 'close' });
      worker.ref();
      await ended;
    },
  };
};

type ResolveCall = (reply: ThreadReply) => void;

/** Asks the thread. The program may end while nothing is asked, closed or not. */
function callsTo(worker: Worker) {
  const waiting = new Map<number, ResolveCall>();
  let calls: Call[] = [];
  let lastNumber = 0;
  let closed = false;

  const send = () => {
    worker.postMessage(calls);
    calls = [];
  };

  worker.on('exit', () => {
    if (!closed) throw new Error('存储的线程意外结束 the thread of the store ended');
  });
  worker.on('message', (all: readonly ThreadReply[]) => {
    for (const reply of all) resolveCall(waiting, reply);
    if (waiting.size === 0) worker.unref();
  });
  worker.unref();

  return <T>(request: ThreadRequest): Promise<T> =>
    new Promise((resolve, reject) => {
      if (closed) return reject(new Error('the store is closed'));
      if (request.verb === 'close') closed = true;
      lastNumber += 1;
      if (waiting.size === 0) worker.ref();
      waiting.set(lastNumber, (reply) =>
        'fault' in reply ? reject(rebuildError(reply.fault)) : resolve(reply.answer),
      );
      calls.push({ number: lastNumber, request });
      if (calls.length === 1) setImmediate(send);
    });
}

function resolveCall(waiting: Map<number, ResolveCall>, reply: ThreadReply): void {
  waiting.get(reply.number)?.(reply);
  waiting.delete(reply.number);
}

function rebuildError({ name, message, stack, part = '' }: SentError): Error {
  const fault = name === 'StoreDamaged' ? new StoreDamaged(part, message) : errorNamed(name, message);
  if (stack !== undefined) fault.stack = stack;
  return fault;
}

function errorNamed(name: string, message: string): Error {
  if (name === 'StoreRefused') return new StoreRefused(message);
  return name === 'StoreMisused' ? new StoreMisused(message) : new Error(message);
}
