import { httpHealthStatus } from '../../../adapters/providers-http/health-status';
import { atProviders } from '../outside';

/** Health status at the product's own provider interface. */
export const healthStatusAtProviders = atProviders(httpHealthStatus);
