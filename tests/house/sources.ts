import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';

/** A source file of the product with what it imports of the product, as paths from the root. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const root = join(__dirname, '..', '..');
const floors = ['shared', 'cloudfunctions', 'miniprogram', 'console', 'host', 'city'];

/** All TypeScript sources of the product without its tests. */
export const sources = (): readonly Source[] => floors.flatMap((floor) => filesBelow(join(root, floor))).map(read);

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules' || entry.name === 'dist') return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return /\.tsx?$/.test(entry.name) && !/\.(test|d)\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function read(file: string): Source {
  const path = relative(root, file).split(sep).join('/');
  const text = readFileSync(file, 'utf8');
  return { path, text, imports: importsOf(path, text) };
}

/** Names of the product's own modules that a text imports. */
export function importsOf(path: string, text: string): readonly string[] {
  const named = [...text.matchAll(/(?:from|import|require\()\s*'([^']+)'/g)].map((match) => match[1] ?? '');
  return named.flatMap((name) => {
    if (name.startsWith('@tongcheng/')) return [name.slice('@tongcheng/'.length)];
    return name.startsWith('.') ? [posix.normalize(posix.join(dirname(path), name))] : [];
  });
}
