import type { DeploymentTarget } from '../deployment-target';
import * as cloudbase from './cloudbase';
import * as machine from './machine';
import * as servers from './servers';

/** Every deployment target by its name, for what compares them; one that lacks a port of the others does not compile. No bundle takes this file. */
export const deploymentTargets = { machine, servers, cloudbase } as const satisfies Readonly<
  Record<string, DeploymentTarget>
>;
