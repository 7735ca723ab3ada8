import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

/** DeploymentValues of the functions, as `deploy/cloudbase/names.env.example` names them. */
export const valuesFile = '.env';
/** Keys of whoever operates: for the commands of an operator only, never for a function (decision 171). */
export const operatorFile = 'operator.env';

/** Names that belong to {@link operatorFile}. */
export const operatorNames: readonly string[] = [
  'TONGCHENG_TENCENT_SECRET_ID',
  'TONGCHENG_TENCENT_SECRET_KEY',
  'TONGCHENG_TENCENT_ROLE_ARN',
];

/** Names and values of a file or a shell. */
export type DeploymentValues = Readonly<Record<string, string | undefined>>;

/** What a text of values says. */
export const parseValues = (text: string): DeploymentValues => parseEnv(text);

const valuesOf = (path: string): DeploymentValues => (existsSync(path) ? parseValues(readFileSync(path, 'utf8')) : {});

/** What an operator's command works with: both files of this folder, before what the shell has. */
export const operatorValues = (shell: DeploymentValues): DeploymentValues => ({
  ...shell,
  ...valuesOf(valuesFile),
  ...valuesOf(operatorFile),
});
