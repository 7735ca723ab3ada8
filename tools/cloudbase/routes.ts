import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { applyRoutes, cloudRoutes, DeclaredRoutes } from './cloud-routes';
import { operatorValues } from './deployment-file';
import { endWithCode, OwnerSettings, ownersAccount, readOwnerSettings } from './owner';

const Settings = OwnerSettings.extend({ TONGCHENG_PUBLIC_URL: z.url() });

/** `npm run cloudbase:routes` makes the domain's routes as they are declared; with `-- --check` it only names what differs, and fails then. */
export async function routesCommand(
  given: Readonly<Record<string, string | undefined>>,
  args: readonly string[],
): Promise<number> {
  const settings = readOwnerSettings(Settings, given);
  if (!settings) return 2;
  const check = args.includes('--check');
  const declared = DeclaredRoutes.parse(JSON.parse(readFileSync('deploy/cloudbase/routes.json', 'utf8')));
  const { TONGCHENG_CLOUDBASE_ENV: env, TONGCHENG_TENCENT_REGION: region, TONGCHENG_PUBLIC_URL: address } = settings;
  const routes = cloudRoutes(env, new URL(address).hostname, ownersAccount(settings), region);
  const differences = await applyRoutes(routes, declared, !check);
  for (const { kind, path } of differences)
    console.log(`${kind}: ${path}${check || kind === 'route nobody declares' ? '' : ' → made'}`);
  const missing = differences.filter(({ kind }) => kind !== 'route nobody declares').length;
  console.log(
    missing === 0
      ? '路由与声明一致 the routes are as declared'
      : `${check ? '不一致 to be made' : '已建 made'}: ${missing}`,
  );
  return check && missing > 0 ? 1 : 0;
}

if (require.main === module) endWithCode(routesCommand(operatorValues(process.env), process.argv.slice(2)));
