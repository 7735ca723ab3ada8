import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { StoreMisused, StoreRefused } from '../../../ports/document-store';
import type { Deeds } from '../deeds';
import type { Shape } from '../shape';
import type { Asking, Call, CrossedFault, Told } from './messages';

/**
 * {@link Deeds} of the thread that a worker is. All that is asked in one turn of the loop goes as one message: a message costs as much as
 * several scans are worth. A thread that dies takes the program with it, as a fault in the own thread would: nothing was acknowledged that is
 * not on the disk, and whoever starts programs again starts this one.
 */
export const deedsInThread = (worker: Worker): Deeds => {
  const ask = callsTo(worker);
  const numbers = new Map<Shape, number>();
  const numberOf = (shape: Shape): number => {
    const known = numbers.get(shape);
    if (known !== undefined) return known;
    const number = numbers.size;
    numbers.set(shape, number);
    // When it is refused, so is the call that it is for, which tells.
    ask({ verb: 'shape', told: shape }).catch(() => undefined);
    return number;
  };
  return {
    insert: (shape, documents) => ask({ verb: 'insert', shape: numberOf(shape), documents }),
    update: (shape, document, expected) => ask({ verb: 'update', shape: numberOf(shape), document, expected }),
    delete: (shape, id) => ask({ verb: 'delete', shape: numberOf(shape), id }),
    get: (shape, id) => ask({ verb: 'get', shape: numberOf(shape), id }),
    select: (shape, question, maxCharacters) =>
      ask({ verb: 'select', shape: numberOf(shape), question, maxCharacters }),
    count: (shape, asked) => ask({ verb: 'count', shape: numberOf(shape), asked }),
    days: (shape) => ask({ verb: 'days', shape: numberOf(shape) }),
    dropDay: (shape, day) => ask({ verb: 'dropDay', shape: numberOf(shape), day }),
    close: async () => {
      const ended = once(worker, 'exit');
      await ask<void>({ verb: 'close' });
      worker.ref();
      await ended;
    },
  };
};

type Settle = (told: Told) => void;

/** Asks the thread. The program may end while nothing is asked, closed or not. */
function callsTo(worker: Worker) {
  const waiting = new Map<number, Settle>();
  let calls: Call[] = [];
  let asked = 0;
  let closed = false;

  const send = () => {
    worker.postMessage(calls);
    calls = [];
  };

  worker.on('exit', () => {
    if (!closed) throw new Error('存储的线程意外结束 the thread of the store ended');
  });
  worker.on('message', (all: readonly Told[]) => {
    for (const told of all) settle(waiting, told);
    if (waiting.size === 0) worker.unref();
  });
  worker.unref();

  return <T>(asking: Asking): Promise<T> =>
    new Promise((resolve, reject) => {
      if (closed) return reject(new Error('the store is closed'));
      if (asking.verb === 'close') closed = true;
      asked += 1;
      if (waiting.size === 0) worker.ref();
      waiting.set(asked, (told) => ('fault' in told ? reject(revived(told.fault)) : resolve(told.answer)));
      calls.push({ number: asked, asking });
      if (calls.length === 1) setImmediate(send);
    });
}

function settle(waiting: Map<number, Settle>, told: Told): void {
  waiting.get(told.number)?.(told);
  waiting.delete(told.number);
}

function revived({ name, message, stack }: CrossedFault): Error {
  const fault = errorNamed(name, message);
  if (stack !== undefined) fault.stack = stack;
  return fault;
}

function errorNamed(name: string, message: string): Error {
  if (name === 'StoreRefused') return new StoreRefused(message);
  return name === 'StoreMisused' ? new StoreMisused(message) : new Error(message);
}
