import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Context, Script } from 'node:vm';

const compiled = new Map<string, Script>();

/** Loads the scripts of a build in a realm, each once, as a mini-program's own `require` does: by relative path only. */
export function programIn(folder: string, context: Context): (path: string) => unknown {
  const loaded = new Map<string, { exports: unknown }>();
  const load = (path: string): unknown => {
    const known = loaded.get(path);
    if (known) return known.exports;
    const made = { exports: {} };
    loaded.set(path, made);
    const run: (...given: unknown[]) => void = scriptOf(join(folder, path)).runInContext(context);
    run((name: string) => load(withEnding(join(dirname(path), name))), made, made.exports);
    return made.exports;
  };
  return (path) => {
    if (!existsSync(join(folder, path))) throw new Error(`the build has no ${path}`);
    return load(path);
  };
}

const withEnding = (path: string): string => (path.endsWith('.js') ? path : `${path}.js`);

/** A file is compiled once for all phones of a test run. */
function scriptOf(file: string): Script {
  const source = readFileSync(file, 'utf8');
  const known =
    compiled.get(source) ?? new Script(`(function(require,module,exports){${source}\n})`, { filename: file });
  compiled.set(source, known);
  return known;
}
