import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Endpoint, namesOf as namesOfEndpoint } from '@tongcheng/shared/endpoint';
import { publishedLists } from '@tongcheng/shared/passes/published-lists';
import { parse } from 'yaml';
import { allRoutes } from '../../host/functions';
import { operatorNames } from '../../tools/cloudbase/deployment-file';
import { builtFunctions, bundlesOf } from './artefacts';
import { Routes, reference, ServerlessYml } from './deploy-schemas';

const text = (path: string) => readFileSync(path, 'utf8');
const serverless = ServerlessYml.parse(parse(text('serverless.yml')));
const routes = Routes.parse(JSON.parse(text('deploy/cloudbase/routes.json')));
const toFunctions = routes.filter(({ UpstreamResourceType }) => UpstreamResourceType === 'SCF');
const operations = toFunctions.filter(({ Path }) => Path.startsWith('/api/'));
const functions = [...builtFunctions('cloudbase')].sort();
const declared = (name: string) => serverless.functions.find((each) => each.name === name);

/** Names of a host, of an operator, or of files: no function of the cloud is given them. */
const notGiven = [
  'TONGCHENG_DEMONSTRATION_PEOPLE_URL',
  'TONGCHENG_METRICS_TOKEN',
  'TONGCHENG_DKIM_SELECTOR',
  ...operatorNames,
];

/** Names that a deployed bundle reads, as the bundle itself tells, and is given. */
const namesOf = (name: string): readonly string[] => {
  const { container } = require(join(bundlesOf('cloudbase'), name, 'index.js'));
  return Object.keys(container.names).filter((each) => !notGiven.includes(each) && !each.endsWith('_FILE'));
};

test('the deploy files are those that the code gives: otherwise run npm run generate', () => {
  expect(() => execFileSync(process.execPath, ['tools/generate.mjs', '--check'], { stdio: 'pipe' })).not.toThrow();
});

test('it names every function that is built, and no other, where it was built', () => {
  expect(serverless.functions.map(({ name }) => name).sort()).toEqual(functions);
  expect(bundlesOf('cloudbase')).toContain(serverless.functionRoot.replace('./', ''));
});

test.each(functions)('%s is given the names that its bundle reads, by reference, and never a value', (name) => {
  const names = namesOf(name);
  expect(names).toContain('TONGCHENG_PUBLIC_URL');
  const { TZ, ...given } = declared(name)?.envVariables ?? {};
  expect(TZ).toBe('UTC');
  expect(given).toEqual(Object.fromEntries(names.map((each) => [each, reference(each)])));
});

test.each(functions)('%s leaves room in the 4 KB of environment: half is for values', (name) => {
  expect(namesOf(name).join('').length).toBeLessThan(2_048);
});

test('timers belong to functions that nobody reaches over HTTP', () => {
  const timed = serverless.functions.filter(({ triggers }) => triggers.length > 0).map(({ name }) => name);
  expect(timed).toEqual(['daily-report', 'card-sets']);
  const reached = new Set(routes.map(({ UpstreamResourceName }) => UpstreamResourceName));
  for (const name of timed) expect(reached.has(name)).toBe(false);
});

test.each(serverless.functions.flatMap(({ triggers }) => triggers.map(({ config }) => config)))(
  'the schedule %s comes at the same moments in whatever zone the cloud keeps time',
  (config) => {
    // Zones differ by multiples of fifteen minutes: hours, days and weekdays are another in each, minutes are the same if they divide fifteen.
    const read = /^\d{1,2} \*(?:\/(\d+))? \* \* \* \* \*$/.exec(config);
    expect(read && [1, 3, 5, 15]).toContain(Number(read?.[1] ?? 1));
  },
);

test('every operation has its route, to the function that answers it, and everything else goes to the pages', () => {
  expect(operations.map(({ Path }) => Path).sort()).toEqual(
    allRoutes.flatMap(({ endpoint }) => namesOfEndpoint(endpoint).map((name) => `/api/${name}`)).sort(),
  );
  for (const { Path, UpstreamResourceName, EnablePathTransmission } of operations) {
    const { routes: served } = require(join(bundlesOf('cloudbase'), UpstreamResourceName, 'index.js'));
    const named = served.flatMap((each: { endpoint: Endpoint }) =>
      namesOfEndpoint(each.endpoint).map((name) => `/api/${name}`),
    );
    expect(named).toContain(Path);
    expect(EnablePathTransmission).toBe(true);
  }
  expect(routes.filter((each) => !toFunctions.includes(each)).map(({ Path }) => Path)).toEqual(['/']);
});

test('X-02 every list that is fetched by GET has its route, to the function whose operation gives it', () => {
  const lists = toFunctions.filter((each) => !operations.includes(each));
  expect(lists.map(({ Path }) => Path).sort()).toEqual(publishedLists.map(({ path }) => path).sort());
  for (const { Path, UpstreamResourceName, EnablePathTransmission } of lists) {
    const { operation } = publishedLists.find(({ path }) => path === Path) ?? {};
    const route = operations.find((each) => each.Path === `/api/${operation}`);
    expect([Path, UpstreamResourceName, EnablePathTransmission]).toEqual([Path, route?.UpstreamResourceName, true]);
  }
});

test('what the deployer fills in names everything that the functions refer to', () => {
  const filled = new Set(
    [...text('deploy/cloudbase/names.env.example').matchAll(/^([A-Z_]+)=$/gm)].map(([, name]) => name),
  );
  const referred = new Set([...text('serverless.yml').matchAll(/\{\{env\.(\w+)\}\}/g)].map(([, name]) => name));
  expect(referred.size).toBeGreaterThan(15);
  expect([...referred].sort()).toEqual([...filled].sort());
});
