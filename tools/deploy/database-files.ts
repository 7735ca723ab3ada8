import { cloudIndexes } from '@tongcheng/cloudfunctions/adapters/cloudbase/declared-indexes';
import type { Collection, Doc } from '@tongcheng/cloudfunctions/ports/document-store';
import { caseKeys, dayKeys, epochKeys, keyPairs, personKeys } from '@tongcheng/cloudfunctions/vault/records';
import { belongings, keysPrefix } from '@tongcheng/cloudfunctions/wiring/definitions/cloudbase';
import { cloudFunctions } from './cloud-functions';

type Declared = Collection<Doc>;

const ofKeys: ReadonlySet<string> = new Set([
  caseKeys.name,
  dayKeys.name,
  epochKeys.name,
  keyPairs.name,
  personKeys.name,
]);
const inBoth: ReadonlySet<string> = new Set([belongings.name]);

/** Collections of the documents' environment and of the keys' one, with their indexes. */
function indexesFile(collections: readonly Declared[]): object {
  const entryOf = (each: Declared, prefix = '') => ({ name: prefix + each.name, indexes: cloudIndexes(each) });
  return {
    documents: collections.filter(({ name }) => !ofKeys.has(name)).map((each) => entryOf(each)),
    keys: collections
      .filter(({ name }) => ofKeys.has(name) || inBoth.has(name))
      .map((each) => entryOf(each, keysPrefix)),
  };
}

/** Nobody but the functions, which these rules do not bind, reads, writes or calls anything: clients come by HTTP only. */
function rulesFile({ documents, keys }: Record<'documents' | 'keys', readonly { readonly name: string }[]>): object {
  const closed = { read: false, write: false };
  const byName = (list: readonly { readonly name: string }[]) =>
    Object.fromEntries(list.map(({ name }) => [name, closed]));
  const functions = ['*', ...Object.keys(cloudFunctions)].map((name) => [name, { invoke: false }]);
  return {
    database: { documents: byName(documents), keys: byName(keys) },
    storage: closed,
    functions: Object.fromEntries(functions),
  };
}

/** The files of the cloud's database, from every collection that the code declares. */
export function databaseFiles(found: readonly Declared[]): Readonly<Record<string, string>> {
  const collections = [...new Map(found.map((each) => [each.name, each])).values()].sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  const indexes = JSON.parse(JSON.stringify(indexesFile(collections)));
  const files = { 'deploy/cloudbase/indexes.json': indexes, 'deploy/cloudbase/rules.json': rulesFile(indexes) };
  return Object.fromEntries(Object.entries(files).map(([path, file]) => [path, written(file)]));
}

/** JSON as the formatter of this repository writes it: short lists on a line. */
const written = (file: object): string =>
  `${JSON.stringify(file, null, 2).replace(/\[\s+("[^[\]{}]*")\s+\]/g, (_, list: string) => `[${list.replace(/\s+/g, ' ')}]`)}\n`;
