import type { Environment, EnvironmentNames, SettingProblem } from './adapter-option';
import { environmentNamesOf, readSettings } from './adapter-option';
import {
  type CorePorts,
  type DeploymentTarget,
  type FilledPort,
  type NeedsOfPort,
  type Services,
  servicesOf,
} from './deployment-target';
import { Installation } from './installation';
import type { ServiceNeeds } from './outside-service';
import { grouped, type ServiceModules } from './port-definition';
import * as servers from './targets/servers';

/** An installation's configuration, read and believed: what is set for all, and how each port of its target opens. */
export interface Config<Made = Services> {
  readonly installation: Installation;
  readonly store: (needs: NeedsOfPort<'store'>) => Promise<FilledPort<'store'>>;
  readonly keys: (needs: NeedsOfPort<'keys'>) => Promise<FilledPort<'keys'>>;
  readonly services: (needs: ServiceNeeds) => Promise<Made>;
}

/** Something that whoever runs the installation has to set right: starting again by itself would not help. */
export class ConfigurationWrong extends Error {
  override readonly name = 'ConfigurationWrong';
}

/**
 * Reads the configuration of a target, by default of one's own machines; names are needed only where their adapter is
 * chosen. Throws {@link ConfigurationWrong} with every wrong or missing name at once, never with a value. Set to nothing is not set; neither is a
 * reference that a deploy file did not resolve.
 */
export const readConfig = (environment: Environment, target: DeploymentTarget = servers): Config =>
  readConfigOf(environment, target, servicesOf(target));

/** The same for a function that takes some of the services only: names of the others are none of its business. */
export function readConfigOf<Made extends object>(
  environment: Environment,
  core: CorePorts,
  taken: ServiceModules<Made>,
): Config<Made> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => isSet(value)));
  const installation = readSettings(Installation, given);
  const store = core.store().read(given);
  const keys = core.keys().read(given);
  const services = grouped(taken).read(given);
  if (installation.ok && store.ok && keys.ok && services.ok)
    return { installation: installation.settings, store: store.open, keys: keys.open, services: services.open };
  const problems = [installation, store, keys, services].flatMap((read) => (read.ok ? [] : read.problems));
  throw new ConfigurationWrong(describeProblems(problems, given));
}

/** `${env:NAME}` and `{{env.NAME}}` come from deploy files where the deployer's values lack the name. */
const isSet = (value: string | undefined): boolean =>
  value !== undefined && value !== '' && !/^(\$\{env:\w+\}|\{\{env\.\w+\}\})$/.test(value);

/** Every name that a configuration of these ports may read. */
export const namesRead = <Made extends object>(core: CorePorts, taken: ServiceModules<Made>): EnvironmentNames => ({
  ...environmentNamesOf(Installation),
  ...core.store().names,
  ...core.keys().names,
  ...grouped(taken).names,
});

/** Several ports may read one name: it is named once. */
function describeProblems(problems: readonly SettingProblem[], given: Environment): string {
  const lines = new Set(problems.map((each) => formatProblem(each, given)));
  return `配置不完整或有误 the configuration is incomplete or wrong:\n  ${[...lines].join('\n  ')}`;
}

const formatProblem = ({ name, problem }: SettingProblem, given: Environment): string =>
  given[name] === undefined ? `${name}: 没有设置 is not set` : `${name}: 设置有误 is wrong (${problem})`;
