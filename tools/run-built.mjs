import { accessSync, constants, existsSync } from 'node:fs';
import { node } from './command.mjs';
import { at } from './places.mjs';
import { say } from './say.mjs';

const mayWrite = (path) => {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

/**
 * `node tools/run-built.mjs backup restore --from …`: runs a command of the host. Whoever may write here has it built when it is stale; the
 * user of a service, who may not, runs it as it was built and never waits for a build.
 */
const [name = '', ...args] = process.argv.slice(2);
const program = at('dist/host', `${name}.js`);
try {
  if (mayWrite(existsSync(at('dist')) ? at('dist') : at())) {
    const { ensure } = await import('./ensure.mjs');
    await ensure(['host']);
  }
  if (!existsSync(program))
    throw new Error(
      `没有构建过，请先由可以写入的用户运行 npm run build host was not built; whoever may write here runs: npm run build host (${program})`,
    );
  process.exitCode = (await node(['--enable-source-maps', program, ...args])).code;
} catch (fault) {
  say(fault.message);
  process.exitCode = 1;
}
