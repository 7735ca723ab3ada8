import type { RunningHost } from './start-host';

/** Nothing of a stop may take longer, since container hosts kill after ten seconds; what is cut off then was never acknowledged, and the next start recovers. */
const longestMs = 9_000;

/** Stops the host at the first SIGINT or SIGTERM and ends the process; gives whether that has begun. */
export function stopOnSignals(host: RunningHost, say: (line: string) => void): () => boolean {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    say('正在停止 stopping');
    setTimeout(() => process.exit(0), longestMs).unref();
    host.stop().then(
      () => process.exit(0),
      (fault: unknown) => {
        process.stderr.write(`${fault instanceof Error ? fault.message : '停止时出错 the stop failed'}\n`);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
  return () => stopping;
}
