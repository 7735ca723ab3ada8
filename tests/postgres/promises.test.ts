import { type Postgres, startPostgres } from '../servers/postgres';
import { lostAnswers } from './promises/lost-answers';
import { migrations } from './promises/migrations';
import { severalHosts } from './promises/several-hosts';
import { sortKeys } from './promises/sort-keys';
import { timeOuts } from './promises/time-outs';

let server: Postgres | undefined;
beforeAll(async () => {
  server = await startPostgres();
}, 30_000);
afterAll(() => server?.stop());
const url = () => server?.url ?? '';

describe('keys of order', () => sortKeys(url));
describe('answers that get lost', () => lostAnswers(url));
describe('statements that cannot be done', () => timeOuts(url));
describe('several hosts', () => severalHosts(url));
describe('layouts and indexes', () => migrations(url));
