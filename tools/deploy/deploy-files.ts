import { environmentExample } from './environment-example';
import { httpRoutes } from './http-routes';
import { namesExample } from './names-example';
import { serverlessYml } from './serverless-yml';

/** Every deploy file that comes from the code, by its path. */
export const deployFiles = (): Readonly<Record<string, string>> => ({
  'serverless.yml': serverlessYml(),
  'deploy/cloudbase/routes.json': httpRoutes(),
  'deploy/cloudbase/names.env.example': namesExample(),
  'deploy/servers/environment.example': environmentExample(),
});
