import type { Source } from './sources';

/** The packages that each workspace's package.json names, by folder; the root's under `''`. */
export type Declared = Readonly<Record<string, ReadonlySet<string>>>;

/** Every package that a file uses and its own workspace does not declare, as `file -> package`; the root's own files are tests, tools and benches. */
export const undeclared = (sources: readonly Source[], declared: Declared): readonly string[] =>
  sources.flatMap(({ path, imports }) => {
    const folder = path.split('/')[0] ?? '';
    const workspace = folder in declared ? folder : '';
    return imports
      .flatMap(({ name }) => packageOf(name) ?? [])
      .filter((name) => !(declared[workspace]?.has(name) || isOwn(name, workspace)))
      .map((name) => `${path} -> ${name}`);
  });

/** Workspaces name one another; the root sees all of them, and a workspace sees itself. */
const isOwn = (name: string, workspace: string) =>
  workspace === '' ? name.startsWith('@tongcheng/') : name === `@tongcheng/${workspace}`;

const packageOf = (name: string) =>
  name.startsWith('node:') ? undefined : name.match(/^(?:@[\w-]+\/)?[a-z][\w.-]*/)?.[0];
