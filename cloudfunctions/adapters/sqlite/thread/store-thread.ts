import { parentPort, workerData } from 'node:worker_threads';
import { openDeeds } from '../deeds';
import type { SqliteStoreOptions } from '../open-sqlite-store';
import { openPlaces } from '../places';
import { answering } from './answering';
import type { Call } from './messages';

/**
 * The thread of an embedded store: alone in having its files open. A program of its own, started by {@link file://./open-threaded-store.ts}.
 */
function main({ folder, ...limits }: SqliteStoreOptions): void {
  if (!parentPort) throw new Error('this is the program of a thread');
  const port = parentPort;
  const answer = answering(openDeeds(openPlaces(folder, limits)), (told) => port.postMessage(told));
  port.on('message', (calls: readonly Call[]) => {
    // After what closing committed was told.
    if (answer(calls) === 'closed') setImmediate(() => port.close());
  });
  port.postMessage('open');
}

main(workerData);
