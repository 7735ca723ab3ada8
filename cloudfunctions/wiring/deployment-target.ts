import type { ServiceModule, ServiceModules } from './port-definition';
import type * as machine from './targets/machine';

/** Where the functions run, as the ports with the adapters that exist there: a bundle for a target holds no others (docs/decisions/095). */
export type DeploymentTarget = { readonly [P in keyof typeof machine]: (typeof machine)[P] };

/** The ports that every function has: documents and keys. */
export type CorePorts = Pick<DeploymentTarget, 'store' | 'keys'>;

/** The ports that some functions take and others do not. */
type ServicePorts = Omit<DeploymentTarget, keyof CorePorts>;

/** What a port's adapters may ask for when they open. */
export type NeedsOfPort<P extends keyof DeploymentTarget> =
  ReturnType<DeploymentTarget[P]> extends ServiceModule<infer Needs, unknown> ? Needs : never;

/** What fills a port. */
export type FilledPort<P extends keyof DeploymentTarget> =
  ReturnType<DeploymentTarget[P]> extends ServiceModule<never, infer Made> ? Made : never;

/** What fills the ports that only some functions take, by the names under which use cases ask for it. */
export type Services = { readonly [P in keyof ServicePorts]: FilledPort<P> };

/** All of them, for a host that runs every function in one program. */
export const servicesOf = ({ store: _store, keys: _keys, ...services }: DeploymentTarget): ServiceModules<Services> =>
  services;
