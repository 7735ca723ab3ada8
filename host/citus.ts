import { applyCitus, findCitusFaults } from '@tongcheng/cloudfunctions/adapters/postgres/citus/apply';
import { specOf } from '@tongcheng/cloudfunctions/adapters/postgres/collection-spec';
import type { AnyCollection } from '@tongcheng/cloudfunctions/ports/any-collection';
import { documentCollections, keyCollections } from './backup/every-collection';
import { runCommand } from './run-command';
import { writeStdout } from './terminal';

const usage = `npm run citus -- apply|check [--keys]

  apply：把表分布到各节点，可重复运行，遇错即停；check：只看不改。
  apply spreads the tables over the nodes: again and again, stopping at the first error. check only looks. See docs/operations.md.
  TONGCHENG_POSTGRES_URL; --keys: TONGCHENG_KEYS_POSTGRES_URL
`;

runCommand(async ([verb, ...more]) => {
  const ofKeys = more.includes('--keys');
  if ((verb !== 'apply' && verb !== 'check') || more.length !== Number(ofKeys)) throw new Error(usage);
  const name = ofKeys ? 'TONGCHENG_KEYS_POSTGRES_URL' : 'TONGCHENG_POSTGRES_URL';
  const url = process.env[name];
  if (url === undefined || url === '') throw new Error(`没有设置 not set: ${name}`);
  const specs = await Promise.all((ofKeys ? keyCollections : documentCollections).map(specOfAny));
  if (verb === 'apply')
    await applyCitus({ url }, specs, (statement) => void process.stdout.write(`  ${statement.replace(/\s+/g, ' ')}\n`));
  const faults = await findCitusFaults({ url }, specs);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  await writeStdout(
    `  ${specs.length} 个表都已分布、持久、设置好。 All ${specs.length} tables are distributed, durable and set.\n`,
  );
});

const specOfAny = ({ visit }: AnyCollection) => visit({ of: async (collection) => specOf(collection) });
