import { cloudFunctions } from './cloud-functions';

/** Every name of every function, to be filled in a copy that never enters the repository. */
export function namesExample(): string {
  const all = new Map<string, string>();
  for (const [name, how] of Object.values(cloudFunctions).flatMap(({ names }) => Object.entries(names)))
    if (all.get(name) !== 'required') all.set(name, how);
  const lines = (wanted: string) => [...all].flatMap(([name, how]) => (how === wanted ? [`${name}=`] : [])).join('\n');
  return `# 部署所需的名称。复制为 .env（不入库）并填写。
# Names for the deployment. Copy to .env (never committed) and fill in.
# What each means: docs/deploy-cloudbase.md and cloudfunctions/wiring/definitions/.
TCB_ENV=
TENCENT_REGION=
TONGCHENG_STAGE=
TONGCHENG_DOMAIN=
${lines('required')}

# 以下可留空 these may stay empty, but must be here: the deploy files refer to them
${lines('optional')}
`;
}
