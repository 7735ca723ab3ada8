import type { Import, Source } from './sources';

/** A build takes the file with its own suffix where there is one; TypeScript takes the file without. */
const builds: readonly (readonly string[])[] = [[], ['.h5'], ['.weapp', '.mini'], ['.alipay', '.mini']];
const suffixed = /\.(h5|weapp|alipay|mini)\.tsx?$/;
const endings = ['', '.ts', '.tsx', '.d.ts', '.mjs', '.js', '.cjs', '/index.ts', '/index.tsx'];

/** Every circle of files, of values and of types alike, in any of the builds: `a <-> b <-> c`. */
export function circles(sources: readonly Source[]): readonly string[] {
  const paths = new Set(sources.map(({ path }) => path));
  const found = builds.flatMap((suffixes) => {
    const taken = sources.filter(({ path }) => !suffixed.test(path) || suffixes.some((suffix) => isOf(path, suffix)));
    const graph = new Map(
      taken.map(({ path, imports }) => [path, imports.flatMap((each) => target(each, suffixes, paths))]),
    );
    return knots(graph).map((files) => [...files].sort().join(' <-> '));
  });
  return [...new Set(found)].sort();
}

const isOf = (path: string, suffix: string) => path.replace(/\.tsx?$/, '').endsWith(suffix);

function target({ to, isType }: Import, suffixes: readonly string[], paths: ReadonlySet<string>): readonly string[] {
  if (to === undefined) return [];
  const variants = isType ? [] : suffixes.flatMap((suffix) => [`${to}${suffix}.ts`, `${to}${suffix}.tsx`]);
  const hit = [...variants, ...endings.map((ending) => to + ending)].find((path) => paths.has(path));
  return hit === undefined ? [] : [hit];
}

type Graph = ReadonlyMap<string, readonly string[]>;

/** Strongly connected components of more than one file, and files that import themselves (Tarjan 1972). */
function knots(graph: Graph): readonly (readonly string[])[] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const found: (readonly string[])[] = [];
  const visit = (file: string): void => {
    order.set(file, order.size);
    lowest.set(file, order.size - 1);
    open.push(file);
    for (const next of graph.get(file) ?? []) {
      if (!order.has(next)) visit(next);
      if (open.includes(next)) lowest.set(file, Math.min(lowest.get(file) ?? 0, lowest.get(next) ?? 0));
    }
    if (lowest.get(file) !== order.get(file)) return;
    const knot = open.splice(open.indexOf(file));
    if (knot.length > 1 || graph.get(file)?.includes(file)) found.push(knot);
  };
  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return found;
}
