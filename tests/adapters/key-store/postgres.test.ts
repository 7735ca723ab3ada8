import { storesIn } from '../../postgres/databases';
import { type Postgres, startPostgres } from '../../servers/postgres';
import { standingClock } from '../../world/clock';
import { keysIn } from '../../world/keys';
import type { OpenedStore } from '../document-store/opened';
import { keyStoreContract } from './contract';

const clock = standingClock();
let server: Postgres | undefined;
let opened: OpenedStore | undefined;
beforeAll(async () => {
  server = await startPostgres();
}, 30_000);
afterAll(async () => {
  await opened?.remove();
  await server?.stop();
});

const open = async () => {
  opened = await storesIn(() => server?.url ?? '')();
  return keysIn(opened.store, clock);
};

keyStoreContract(open, { now: clock.now(), copiesUntil: 'unknown' });
