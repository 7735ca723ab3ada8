import { takeEnvironmentFile } from './environment-file';

/**
 * Runs a command of an installation: takes the names of `--environment FILE` first, gives it the rest of its words, and ends with 1 and a
 * sentence on the error stream when it throws.
 */
export function runCommand(command: (argv: readonly string[]) => Promise<void>): void {
  Promise.resolve(process.argv.slice(2))
    .then(takeEnvironmentFile)
    .then(command)
    .catch((fault: unknown) => {
      process.stderr.write(`${fault instanceof Error ? fault.message : '没有成功 it failed'}\n`);
      process.exitCode = 1;
    });
}
