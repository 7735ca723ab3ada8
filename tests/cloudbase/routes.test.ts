import { readFileSync } from 'node:fs';
import { DeclaredRoutes } from '../../tools/cloudbase/cloud-routes';
import { routesCommand } from '../../tools/cloudbase/routes';
import { testKeys } from '../stand-ins/tencent/account';
import { openTencentStandIn } from '../stand-ins/tencent/tencent-stand-in';

const declared = DeclaredRoutes.parse(JSON.parse(readFileSync('deploy/cloudbase/routes.json', 'utf8')));
type Kept = { Path: string } & Readonly<Record<string, unknown>>;

/** The owner's interface as its documents say; nobody has compared it with the live service. */
function routesOf(domain: string, kept: Map<string, Kept>) {
  const write = ({ EnvId, Domain }: Readonly<Record<string, unknown>>, isNew: boolean) => {
    const { Domain: named, Routes } = JSON.parse(JSON.stringify(Domain));
    if (EnvId !== 'env-1' || named !== domain) return { refused: 'ResourceNotFound' };
    for (const route of Routes) {
      if (kept.has(route.Path) === isNew) return { refused: isNew ? 'ResourceInUse' : 'ResourceNotFound' };
      kept.set(route.Path, route);
    }
    return {};
  };
  return {
    DescribeHTTPServiceRoute: ({ Filters }: Readonly<Record<string, unknown>>) =>
      JSON.stringify(Filters) === JSON.stringify([{ Name: 'Domain', Values: [domain] }])
        ? { Domains: [{ Domain: domain, Routes: [...kept.values()] }], TotalCount: 1 }
        : { Domains: [], TotalCount: 0 },
    CreateHTTPServiceRoute: (asked: Readonly<Record<string, unknown>>) => write(asked, true),
    ModifyHTTPServiceRoute: (asked: Readonly<Record<string, unknown>>) => write(asked, false),
  };
}

test('the command makes every route once, mends what stands otherwise, names what nobody declares, and removes nothing', async () => {
  const said: string[] = [];
  const listening = [jest.spyOn(console, 'log'), jest.spyOn(console, 'error')].map((spy) =>
    spy.mockImplementation((line) => void said.push(String(line))),
  );
  const kept = new Map<string, Kept>([['/old', { Path: '/old' }]]);
  const cloud = await openTencentStandIn(routesOf('ride.example.cn', kept));
  const given = {
    TONGCHENG_CLOUDBASE_ENV: 'env-1',
    TONGCHENG_PUBLIC_URL: 'https://ride.example.cn',
    TONGCHENG_TENCENT_SECRET_ID: testKeys.secretId,
    TONGCHENG_TENCENT_SECRET_KEY: testKeys.secretKey,
    TONGCHENG_TENCENT_ENDPOINT: cloud.endpoint,
  };
  expect(await routesCommand({ ...given, TONGCHENG_TENCENT_SECRET_KEY: '' }, [])).toBe(2);
  expect(await routesCommand(given, ['--check'])).toBe(1);
  expect(kept.size).toBe(1);
  expect(await routesCommand(given, [])).toBe(0);
  expect([...kept.values()].slice(1)).toEqual(declared);
  expect(said).toContain('route nobody declares: /old');
  kept.set('/', { Path: '/', UpstreamResourceType: 'STATIC_STORE', EnableSafeDomain: true });
  expect(await routesCommand(given, ['--check'])).toBe(1);
  expect(said).toContain('route is otherwise: /');
  expect(await routesCommand(given, [])).toBe(0);
  expect(kept.get('/')).toEqual(declared.at(-1));
  expect(await routesCommand(given, ['--check'])).toBe(0);
  expect(said.at(-1)).toContain('the routes are as declared');
  await expect(routesCommand({ ...given, TONGCHENG_PUBLIC_URL: 'https://other.example.cn' }, [])).rejects.toThrow(
    'is not bound',
  );
  expect(said.join('\n')).not.toContain(testKeys.secretKey);
  for (const each of listening) each.mockRestore();
  await cloud.close();
});
