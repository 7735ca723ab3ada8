import type { Source } from './sources';

/** The library that checks: it needs BigInt, which phones of 2017 lack (decision 108). */
const isChecker = (name: string): boolean => name === 'zod' || name.startsWith('zod/');

/** A module that a phone would load with the library that checks, and the way by which the phone's program comes to it. */
export interface HeavyImport {
  readonly path: string;
  readonly way: readonly string[];
}

/** Follows what the phone's program imports to run, types left out, to every module that imports the library that checks. */
export function checkersOnPhones(tree: readonly Source[]): readonly HeavyImport[] {
  const byPath = new Map(tree.map((source) => [source.path.replace(/(?:\.(?:h5|weapp|alipay))?\.tsx?$/, ''), source]));
  const ways = new Map<string, readonly string[]>();
  const waiting = tree.filter(({ path }) => path.startsWith('miniprogram/src/'));
  for (const source of waiting) ways.set(source.path, []);
  for (let source = waiting.pop(); source; source = waiting.pop()) {
    const way = [...(ways.get(source.path) ?? []), source.path];
    for (const { to, isType } of source.imports) {
      const next = to === undefined || isType ? undefined : byPath.get(to);
      if (!next || ways.has(next.path)) continue;
      ways.set(next.path, way);
      waiting.push(next);
    }
  }
  return [...ways].flatMap(([path, way]) => {
    const { imports = [] } = tree.find((source) => source.path === path) ?? {};
    return imports.some(({ name, isType }) => !isType && isChecker(name)) ? [{ path, way }] : [];
  });
}
