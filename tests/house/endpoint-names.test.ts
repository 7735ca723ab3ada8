import { endpoints } from '@tongcheng/shared/api';
import { allRoutes } from '../../host/functions';
import { declaredNames, endpointNameFaults } from './endpoint-names';
import { sourceOf as at, productOf, wholeTree } from './sources';

test('an endpoint’s wire name, its export, its use case’s file and function say the same', () => {
  expect(endpoints.length).toBeGreaterThan(50);
  expect(endpointNameFaults(productOf(wholeTree()))).toEqual([]);
});

test('every endpoint that a capability declares is in the list of both ends and served by the host', () => {
  const names = endpoints.map(({ name }) => name).sort();
  expect(declaredNames(productOf(wholeTree())).sort()).toEqual(names);
  expect(allRoutes.map(({ endpoint }) => endpoint.name).sort()).toEqual(names);
});

test('a former name is nobody’s name today, and was one endpoint’s only', () => {
  const former = endpoints.flatMap(({ formerly = [] }) => [...formerly]);
  const names: readonly string[] = endpoints.map(({ name }) => name);
  expect(former.length).toBeGreaterThan(20);
  expect(new Set([...names, ...former]).size).toBe(names.length + former.length);
});

const api = at('shared/rides/api.ts', "export const recordScan = endpoint({\n  name: 'rides.record-scan',\n");
const served = (useCase: string, file: string) =>
  at('cloudfunctions/functions/rides.ts', `import { ${useCase} } from '${file}';\nroute(api.recordScan, ${useCase})`);

test('the guard has failed once', () => {
  expect(endpointNameFaults([api, served('recordScan', '../app/rides/record-scan')])).toEqual([]);
  expect(endpointNameFaults([api])).toEqual(['shared/rides/api.ts: nothing serves recordScan']);
  expect(endpointNameFaults([api, served('recordScan', '../app/rides/record')])).toHaveLength(1);
  expect(endpointNameFaults([api, served('record', '../app/rides/record-scan')])).toHaveLength(1);
  const other = at(api.path, api.text.replace('record-scan', 'record'));
  expect(endpointNameFaults([other, served('recordScan', '../app/rides/record-scan')])).toHaveLength(1);
});
