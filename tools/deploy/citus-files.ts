import { specOf } from '../../cloudfunctions/adapters/postgres/collection-spec';
import { distributionSql } from '../../cloudfunctions/adapters/postgres/table-sql';
import type { Collection, Doc } from '../../cloudfunctions/ports/document-store';
import { dayKeys, personKeys } from '../../cloudfunctions/vault/records';
import { keysOf } from '../../cloudfunctions/wiring/definitions/postgres';

const ofKeys = [dayKeys, keysOf, personKeys].map(({ name }) => name);

/** What Citus needs to know of every collection, by path: of the documents' database and of the keys' (docs/operations.md). */
export function citusFiles(found: readonly Collection<Doc>[]): Readonly<Record<string, string>> {
  const specs = [...found.map((each) => specOf(each)), specOf(keysOf)];
  const all = [...new Map(specs.map((each) => [each.name, each])).values()];
  const sorted = all.sort((a, b) => (a.name < b.name ? -1 : 1));
  const sqlOf = (isKept: (name: string) => boolean) =>
    `${sorted
      .filter(({ name }) => isKept(name))
      .flatMap((each) => distributionSql('tongcheng', each))
      .join('\n')}\n`;
  return {
    'deploy/servers/citus.sql': `-- Made by npm run generate: where documents live on many servers (docs/decisions/082).\n${sqlOf((name) => !ofKeys.includes(name))}`,
    'deploy/servers/citus-keys.sql': `-- Made by npm run generate: where wrapped keys live on many servers (docs/decisions/082).\n${sqlOf((name) => ofKeys.includes(name))}`,
  };
}
