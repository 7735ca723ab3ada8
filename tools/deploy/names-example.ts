import { cloudFunctions } from './cloud-functions';
import { nameMeanings } from './name-meanings';

/** Must be set although the code could do without: otherwise the services of the cloud would be looked for in a region of their own. */
const neededInTheCloud: ReadonlySet<string> = new Set(['TONGCHENG_TENCENT_REGION']);

/** Every name of every function, to be filled in a copy that never enters the repository. */
export function namesExample(): string {
  const all = new Map<string, string>();
  for (const [name, how] of Object.values(cloudFunctions).flatMap(({ names }) => Object.entries(names)))
    if (all.get(name) !== 'required') all.set(name, neededInTheCloud.has(name) ? 'required' : how);
  const lines = (wanted: string) =>
    [...all].flatMap(([name, how]) => (how === wanted ? [`# ${nameMeanings[name] ?? ''}\n${name}=`] : [])).join('\n');
  return `# 部署到云开发的值。复制为 .env（不入库）并填写，然后 npm run cloudbase:check。一个值写成一行；含 # 的放进单引号。
# Values of a deployment to CloudBase. Copy to .env (never committed), fill in, then npm run cloudbase:check. A value is one line; one with
# a # stands in single quotes. Keys of an operator are not among them: they stand in operator.env (docs/deploy-cloudbase.md).

# ── 必填 must be set ──
${lines('required')}

# ── 可不填 may stay empty: what is empty is left out ──
${lines('optional')}
`;
}
