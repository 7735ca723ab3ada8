import { setTimeout as rest } from 'node:timers/promises';
import type { RunningHost } from './start-host';

/** Nothing of a stop may take longer, since container hosts kill after ten seconds; what is cut off then was never acknowledged, and the next start recovers. */
const longestMs = 9_000;

/**
 * Stops the host at the first SIGINT or SIGTERM and ends the process; gives whether that has begun. At SIGTERM it says for `drainMs` that it is not ready and serves
 * on, until a second signal ends the wait. One that comes while the host starts ends it there: a start may be cut off anywhere, and the next goes on. Without a
 * handler the first process of a container would not hear it at all.
 */
export function stopOnSignals(starting: Promise<RunningHost>, say: (line: string) => void, drainMs = 0): () => boolean {
  let host: RunningHost | undefined;
  starting.then(
    (started) => {
      host = started;
    },
    () => undefined,
  );
  let signals = 0;
  const again = new AbortController();
  const stop = async (signal: NodeJS.Signals) => {
    signals += 1;
    if (!host) {
      say('启动中停止，下次启动会接着做 stopped while it was starting; the next start goes on');
      process.exit(0);
    }
    if (signals > 1) return again.abort();
    if (signal === 'SIGTERM' && drainMs > 0) {
      say('不再接新乘客，稍后停止 leaving: riders are sent elsewhere');
      host.leave();
      await rest(drainMs, undefined, { signal: again.signal }).catch(() => undefined);
    }
    say('正在停止 stopping');
    setTimeout(() => process.exit(0), longestMs).unref();
    await host.stop().then(
      () => process.exit(0),
      (fault: unknown) => {
        process.stderr.write(`${fault instanceof Error ? fault.message : '停止时出错 the stop failed'}\n`);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
  return () => signals > 0;
}
