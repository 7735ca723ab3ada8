import { pathToFileURL } from 'node:url';
import { install } from './install.mjs';
import { say } from './say.mjs';

const oldest = [20, 19];

const checkNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1]))
    throw new Error(`Node ${oldest.join('.')} or newer is needed; this is ${process.versions.node}`);
};

/**
 * Brings this working copy to where it can run: packages installed, the named parts built. Says nothing when all is ready.
 * `beside` are jobs that need packages and no build.
 */
export const ensure = async (names, beside = []) => {
  checkNode();
  await install();
  // Imported only now: the build needs packages that a moment ago were perhaps not there.
  const { allSteps, buildStale } = await import('./build-stale.mjs');
  await buildStale(names ?? allSteps, { beside });
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await ensure(process.argv.length > 2 ? process.argv.slice(2) : undefined).catch((fault) => {
    say(fault.message);
    process.exitCode = 1;
  });
