import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Endpoint, namesOf as namesOfEndpoint } from '@tongcheng/shared/endpoint';
import { parse } from 'yaml';
import { allRoutes } from '../../host/functions';
import { builtFunctions, bundlesOf } from './artefacts';
import { Cloudbaserc, Routes, reference, ServerlessYml } from './deploy-schemas';

const text = (path: string) => readFileSync(path, 'utf8');
const serverless = ServerlessYml.parse(parse(text('serverless.yml'))).inputs;
const cloudbaserc = Cloudbaserc.parse(JSON.parse(text('cloudbaserc.json')));
const { routes } = Routes.parse(JSON.parse(text('deploy/cloudbase/routes.json')));
const functions = [...builtFunctions('cloudbase')].sort();

/** Names that a deployed bundle reads, as the bundle itself tells. */
const namesOf = (name: string): readonly string[] => {
  const { container } = require(join(bundlesOf('cloudbase'), name, 'index.js'));
  return Object.keys(container.names).filter(
    (each) => !['TONGCHENG_DEMONSTRATION_PEOPLE_URL', 'TONGCHENG_METRICS_TOKEN'].includes(each),
  );
};

test('the deploy files are those that the code gives: otherwise run npm run generate', () => {
  expect(() => execFileSync(process.execPath, ['tools/generate.mjs', '--check'], { stdio: 'pipe' })).not.toThrow();
});

test('both name every function that is built, and no other', () => {
  expect(Object.keys(serverless.functions).sort()).toEqual(functions);
  expect(cloudbaserc.functions.map(({ name }) => name).sort()).toEqual(functions);
});

test.each(functions)('%s is the same in both: folder, memory, time limit, environment', (name) => {
  const one = serverless.functions[name];
  const other = cloudbaserc.functions.find((each) => each.name === name);
  expect([one?.name, one?.src, serverless.src.src]).toEqual([name, `./${name}`, './dist/cloudfunctions/cloudbase']);
  expect(cloudbaserc.functionRoot).toBe(serverless.src.src);
  expect(other).toMatchObject({ handler: one?.handler, memorySize: one?.memorySize, timeout: one?.timeout });
  expect(Object.keys(other?.envVariables ?? {})).toEqual(Object.keys(one?.environment.variables ?? {}));
});

test.each(functions)('%s is given the names that its bundle reads, by reference, and never a value', (name) => {
  const names = namesOf(name);
  expect(names).toContain('TONGCHENG_PUBLIC_URL');
  const { TZ, ...given } = serverless.functions[name]?.environment.variables ?? {};
  expect(TZ).toBe('UTC');
  expect(given).toEqual(Object.fromEntries(names.map((each) => [each, reference(each)])));
  const { TZ: zone, ...told } = cloudbaserc.functions.find((each) => each.name === name)?.envVariables ?? {};
  expect(zone).toBe('UTC');
  expect(told).toEqual(Object.fromEntries(names.map((each) => [each, `{{env.${each}}}`])));
});

test.each(functions)('%s leaves room in the 4 KB of environment: half is for values', (name) => {
  expect(namesOf(name).join('').length).toBeLessThan(2_048);
});

test('timers are the same in both and belong to functions that nobody reaches over HTTP', () => {
  const one = serverless.triggers.map((trigger) => [
    trigger.function,
    trigger.parameters.name,
    trigger.parameters.cronExpression,
  ]);
  const other = cloudbaserc.functions.flatMap(({ name, triggers }) =>
    triggers.map((timer) => [name, timer.name, timer.config]),
  );
  expect(one).toEqual(other);
  expect(one).not.toEqual([]);
  const reached = new Set(routes.map(({ upstreamResourceName }) => upstreamResourceName));
  for (const [name] of one) expect(reached.has(name ?? '')).toBe(false);
});

test('every operation has its route, to the function that answers it', () => {
  expect(routes.map(({ path }) => path).sort()).toEqual(
    allRoutes.flatMap(({ endpoint }) => namesOfEndpoint(endpoint).map((name) => `/api/${name}`)).sort(),
  );
  for (const { path, upstreamResourceName } of routes) {
    const { routes: served } = require(join(bundlesOf('cloudbase'), upstreamResourceName, 'index.js'));
    const named = served.flatMap((each: { endpoint: Endpoint }) =>
      namesOfEndpoint(each.endpoint).map((name) => `/api/${name}`),
    );
    expect(named).toContain(path);
  }
});

test('what the deployer fills in names everything that the files refer to', () => {
  const filled = new Set(
    [...text('deploy/cloudbase/names.env.example').matchAll(/^([A-Z_]+)=$/gm)].map(([, name]) => name),
  );
  const files = ['serverless.yml', 'cloudbaserc.json', 'deploy/cloudbase/routes.json'].map(text).join('\n');
  const referred = new Set(
    [...files.matchAll(/\$\{env:(\w+)\}|\{\{env\.(\w+)\}\}/g)].map(([, one, other]) => one ?? other),
  );
  expect(referred.size).toBeGreaterThan(15);
  expect([...referred].sort()).toEqual([...filled].sort());
});
