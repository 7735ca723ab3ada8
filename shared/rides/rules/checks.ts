import type { Requirement } from '../../venues/requirements';
import type { RequirementCheck } from './check';
import { greenStatus } from './green-status';
import { identity } from './identity';
import { negativeTest } from './negative-test';

/** Every requirement that an admission rule can name, with its check. */
export const checks: Readonly<Record<Requirement, RequirementCheck>> = {
  identity,
  'green-status': greenStatus,
  'negative-test': negativeTest,
};
