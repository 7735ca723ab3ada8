import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import ts from 'typescript';

/** What a file imports: the name as it is written and, where it is of the product, the path from the root. */
export interface Import {
  readonly name: string;
  readonly to?: string;
  /** Gone once compiled. */
  readonly isType: boolean;
}

/** A source file with what it imports. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

const root = join(__dirname, '..', '..');
const floors = ['shared', 'cloudfunctions', 'miniprogram', 'console', 'host', 'city'];
const besides = ['tests', 'tools', 'bench'];

/** The product, its tests and its tools: every module that is written by hand. */
export const wholeTree = (): readonly Source[] => [...floors, ...besides].flatMap(readFolder);

/** All TypeScript sources of the product without its tests. */
export const productOf = (tree: readonly Source[]): readonly Source[] =>
  tree.filter(({ path }) => floors.includes(path.split('/')[0] ?? '') && /(?<!\.test|\.d)\.tsx?$/.test(path));

const readFolder = (folder: string): readonly Source[] =>
  filesBelow(join(root, folder))
    .filter((file) => /\.(tsx?|[mc]?js)$/.test(file))
    .map((file) => sourceOf(relative(root, file).split(sep).join('/'), readFileSync(file, 'utf8')));

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules' || entry.name === 'dist') return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

/** A source of a text, as if it stood at that path. */
export const sourceOf = (path: string, text: string): Source => ({ path, text, imports: importsOf(path, text) });

function importsOf(path: string, text: string): readonly Import[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName: name, pos }) => {
    const to = productPath(path, name);
    const isType = /(?:^|\n)(?:import|export) type [^'"]*from ['"]?$/.test(text.slice(0, pos));
    return { name, isType, ...(to === undefined ? {} : { to }) };
  });
}

function productPath(path: string, name: string): string | undefined {
  if (name.startsWith('@tongcheng/')) return name.slice('@tongcheng/'.length);
  return name.startsWith('.') ? posix.normalize(posix.join(dirname(path), name)) : undefined;
}
