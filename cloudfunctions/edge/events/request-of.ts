import type { EdgeRequest } from '../request';
import { frameworkRequest, isFramework } from './framework';
import { httpAccessRequest } from './http-access';
import { trustedContext } from './trusted-context';

/**
 * The request that an event brings, from whichever entrance of the cloud; undefined for everything else. A call by name
 * (`callFunction`) brings none: the product is reached by HTTP only, with sessions of its own (docs/decisions/096).
 */
export const requestOf = (event: unknown, context?: unknown): EdgeRequest | undefined =>
  isFramework(context) ? frameworkRequest(event, context) : httpAccessRequest(event, trustedContext(context));
