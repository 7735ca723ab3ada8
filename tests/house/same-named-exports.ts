import { posix } from 'node:path';
import ts from 'typescript';
import type { Source } from './sources';

/** Names that two files export although no rule lets them share it: each as `name: file, file`. */
export function sameNamedExports(sources: readonly Source[]): readonly string[] {
  const found = new Map<string, readonly string[]>();
  for (const { path, text } of sources)
    for (const name of exportedBy(path, text)) found.set(name, [...(found.get(name) ?? []), path]);
  return [...found].flatMap(([name, paths]) => (mayShare(paths, name) ? [] : [`${name}: ${paths.join(', ')}`]));
}

/** Declarations that a file exports; what it only passes on, and a default, are none. */
function exportedBy(path: string, text: string): readonly string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false);
  return [...new Set(file.statements.filter(isExported).flatMap(declaredIn))];
}

const isExported = (statement: ts.Statement): boolean => {
  const flags = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []).map(({ kind }) => kind) : [];
  return flags.includes(ts.SyntaxKind.ExportKeyword) && !flags.includes(ts.SyntaxKind.DefaultKeyword);
};

function declaredIn(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => bound(name));
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isEnumDeclaration(statement);
  return isNamed && statement.name ? [statement.name.text] : [];
}

const bound = (name: ts.BindingName): readonly string[] =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((element) => (ts.isBindingElement(element) ? bound(element.name) : []));

/** Where several files export one name by design. One rule has to hold for all of them. */
const mayShare: Rule = (paths, name) =>
  new Set(paths.map(withoutPlatform)).size === 1 || rules.some((rule) => rule(paths, name));

/** `language.h5.ts` and `language.ts` are one file in variants. */
const withoutPlatform = (path: string): string => path.replace(/(\.(h5|weapp|alipay|mini))?\.(tsx?|mjs)$/, '');

type Rule = (paths: readonly string[], name: string) => boolean;

/** The platform looks for these names in the file of a function. */
const entryOfFunction: Rule = (paths, name) =>
  ['main', 'container', 'routes', 'work'].includes(name) &&
  paths.every((path) => /^cloudfunctions\/functions\/|^tools\/cloudbase\/indexes\.ts$/.test(path));

/** An endpoint and the use case that serves it are called the same, by a test of their own (`endpoint-names.ts`). */
const endpointAndUseCase: Rule = (paths) => {
  const capability = paths.flatMap((path) => /^shared\/(\w+)\/(?:[a-z]+-)?api\.ts$/.exec(path)?.[1] ?? [])[0];
  return paths.length === 2 && paths.some((path) => path.startsWith(`cloudfunctions/app/${capability}/`));
};

/** Adapters of one port are built alike, each in a folder of its own. */
const adapters: Rule = (paths) =>
  paths.every((path) => path.startsWith('cloudfunctions/adapters/')) &&
  new Set(paths.map((path) => path.split('/')[2])).size === paths.length;

/** The definition of a port, and what each deployment target has for it. */
const portInTargets: Rule = (paths) =>
  paths.every((path) => /^cloudfunctions\/wiring\/(definitions|targets)\//.test(path));

/** What both clients have, for riders and for staff: the same thing in a file of the same name, or one of those below. */
const inBothClients: Rule = (paths, name) =>
  new Set(paths.map((path) => path.split('/')[0])).size === 2 &&
  paths.every((path) => /^(console|miniprogram)\/src\//.test(path)) &&
  (['Empty', 'Skeleton', 'Say', 'setPageLanguage'].includes(name) ||
    new Set(paths.map((path) => posix.basename(withoutPlatform(path)))).size === 1);

const rules = [entryOfFunction, endpointAndUseCase, adapters, portInTargets, inBothClients];
