import { appealFailures } from './appeals/failures';
import { cardFailures } from './cards/failures';
import { coachFailures } from './coaches/failures';
import { fleetFailures } from './coaches/fleet-failures';
import { deviceFailures } from './devices/failures';
import { edgeFailures } from './edge-failures';
import { gateFailures } from './gates/failures';
import { identityFailures } from './identity/failures';
import { healthCodeFailures } from './identity/health-code-failures';
import { proofFailures } from './identity/proof-failures';
import { oversightFailures } from './oversight/failures';
import { termsFailures } from './oversight/terms-failures';
import { partnerFailures } from './partners/failures';
import { passFailures } from './passes/failures';
import { publicationFailures } from './publications/failures';
import { reportFailures } from './reports/failures';
import { rideFailures } from './rides/failures';
import { tracingFailures } from './tracing/failures';
import { venueFailures } from './venues/failures';

/** Every failure the product can give: one code, one status, one fault, one pair of texts. Codes are for ever. */
export const failures = {
  ...edgeFailures,
  ...identityFailures,
  ...healthCodeFailures,
  ...proofFailures,
  ...cardFailures,
  ...venueFailures,
  ...deviceFailures,
  ...partnerFailures,
  ...rideFailures,
  ...coachFailures,
  ...fleetFailures,
  ...passFailures,
  ...gateFailures,
  ...reportFailures,
  ...oversightFailures,
  ...termsFailures,
  ...appealFailures,
  ...tracingFailures,
  ...publicationFailures,
} as const;

/** A code of the catalogue. */
export type FailureCode = keyof typeof failures;
