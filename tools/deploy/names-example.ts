import * as cloudbase from '@tongcheng/cloudfunctions/wiring/targets/cloudbase';
import { cloudFunctions } from './cloud-functions';
import { settingSections } from './setting-sections';

/** Otherwise the services of the cloud would be looked for in a region of their own. */
const requiredHere: ReadonlySet<string> = new Set(['TONGCHENG_TENCENT_REGION']);

const header = `# 部署到云开发的值。复制为 .env（不入库）并填写，然后 npm run cloudbase:check。一个值写成一行；含 # 的放进单引号；空的不送出。
# Values of a deployment to CloudBase. Copy to .env (never committed), fill in, then npm run cloudbase:check. A value is one line; one with
# a # stands in single quotes; what is empty is left out. Keys of an operator are not among them: they stand in operator.env (docs/deploy-cloudbase.md).
# Made by npm run generate out of the declarations in cloudfunctions/wiring.
`;

/** `deploy/cloudbase/names.env.example`: every name of every function, to be filled in a copy that never enters the repository. */
export function namesExample(): string {
  const read = new Set(Object.values(cloudFunctions).flatMap(({ names }) => Object.keys(names)));
  return `${header}\n${settingSections({ target: cloudbase, isShown: (name) => read.has(name), requiredHere })}`;
}
