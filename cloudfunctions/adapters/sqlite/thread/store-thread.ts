import { parentPort, workerData } from 'node:worker_threads';
import { StoreDamaged } from '../../../ports/document-store';
import type { CollectionSpec } from '../collection-spec';
import type { SqliteStoreOptions } from '../open-sqlite-store';
import { openStoreOperations, type StoreOperations } from '../store-operations';

import { openStoreTables } from '../tables';
import type { Call, SentError, ThreadRequest } from './messages';

/**
 * The thread of an embedded store: alone in having its files open. A program of its own, started by {@link file://./open-threaded-store.ts}.
 */
function main({ folder, ...limits }: SqliteStoreOptions): void {
  if (!parentPort) throw new Error('this is the program of a thread');
  const port = parentPort;
  const answer = answerCalls(openStoreOperations(openStoreTables(folder, limits)), (replies) =>
    port.postMessage(replies),
  );
  port.on('message', (calls: readonly Call[]) => {
    // After the replies to what closing committed.
    if (answer(calls) === 'closed') setImmediate(() => port.close());
  });
  port.postMessage('open');
}

type ThreadReply = { readonly number: number } & ({ readonly answer: unknown } | { readonly fault: SentError });

/**
 * Answers calls as they come, many to a message. What is read is answered before anything is committed, so a query never waits for the
 * sync of the writes beside it; writes are answered together when their group is on the disk.
 */
const answerCalls = (operations: StoreOperations, post: (replies: readonly ThreadReply[]) => void) => {
  const specs: CollectionSpec[] = [];
  let ready: ThreadReply[] = [];

  const send = () => {
    const replies = ready;
    ready = [];
    if (replies.length > 0) post(replies);
  };

  const later = (reply: ThreadReply) => {
    if (ready.length === 0) queueMicrotask(send);
    ready.push(reply);
  };

  const takeUp = ({ number, request }: Call) => {
    try {
      const answer = perform(operations, specs, request);
      if (!(answer instanceof Promise)) ready.push({ number, answer });
      else
        answer.then(
          (answer: unknown) => later({ number, answer }),
          (fault: unknown) => later({ number, fault: sentError(fault) }),
        );
    } catch (fault) {
      ready.push({ number, fault: sentError(fault) });
    }
  };

  return (calls: readonly Call[]): 'open' | 'closed' => {
    for (const call of calls) takeUp(call);
    send();
    return calls.some(({ request }) => request.verb === 'close') ? 'closed' : 'open';
  };
};

function perform(operations: StoreOperations, specs: CollectionSpec[], request: ThreadRequest): unknown {
  const specOfNumber = (number: number): CollectionSpec => {
    const spec = specs[number];
    if (!spec) throw new Error(`no collection of number ${number} was declared`);
    return spec;
  };
  switch (request.verb) {
    case 'declare':
      specs.push(request.declared);
      return;
    case 'insert':
      return operations.insert(specOfNumber(request.spec), request.documents);
    case 'update':
      return operations.update(specOfNumber(request.spec), request.document, request.expected);
    case 'delete':
      return operations.delete(specOfNumber(request.spec), request.id);
    case 'get':
      return operations.get(specOfNumber(request.spec), request.id);
    case 'select':
      return operations.select(specOfNumber(request.spec), request.query, request.maxCharacters);
    case 'count':
      return operations.count(specOfNumber(request.spec), request.conditions);
    case 'days':
      return operations.days(specOfNumber(request.spec));
    case 'dropDay':
      return operations.dropDay(specOfNumber(request.spec), request.day);
    case 'troubles':
      return operations.troubles();
    case 'close':
      return operations.close();
  }
}

const sentError = (fault: unknown): SentError =>
  fault instanceof Error
    ? {
        name: fault.name,
        message: fault.message,
        stack: fault.stack,
        ...(fault instanceof StoreDamaged && { part: fault.part }),
      }
    : { name: 'Error', message: 'not an Error', stack: undefined };

main(workerData);
