import * as appeals from './appeals/api';
import * as cards from './cards/api';
import * as cardLists from './cards/list-api';
import * as cardPartners from './cards/partner-api';
import * as cardProgress from './cards/progress-api';
import * as coaches from './coaches/api';
import * as coachExtracts from './coaches/extracts-api';
import * as coachFleet from './coaches/fleet-api';
import * as ledgers from './coaches/ledger-api';
import * as coachOfficials from './coaches/officials-api';
import * as coachRegulars from './coaches/regulars-api';
import * as coachRuns from './coaches/runs-api';
import * as ticketing from './coaches/ticketing-api';
import * as devices from './devices/api';
import * as deviceEnrolment from './devices/enrolment-api';
import * as gates from './gates/api';
import * as identity from './identity/api';
import * as handovers from './identity/handover-api';
import * as messages from './identity/messages-api';
import * as identityProofs from './identity/proof-api';
import * as oversight from './oversight/api';
import * as visitors from './oversight/visitors-api';
import * as partners from './partners/api';
import * as passes from './passes/api';
import * as publications from './publications/api';
import * as reports from './reports/api';
import * as rides from './rides/api';
import * as rideQuality from './rides/quality-api';
import * as rights from './rights/api';
import * as tracing from './tracing/api';
import * as tracingMeasures from './tracing/measures-api';
import * as venues from './venues/api';

const rooms = [
  identity,
  identityProofs,
  messages,
  handovers,
  cards,
  cardLists,
  cardPartners,
  cardProgress,
  venues,
  devices,
  deviceEnrolment,
  partners,
  rides,
  rideQuality,
  coaches,
  ledgers,
  coachOfficials,
  coachRegulars,
  coachRuns,
  coachFleet,
  coachExtracts,
  ticketing,
  passes,
  gates,
  reports,
  oversight,
  visitors,
  appeals,
  rights,
  tracing,
  tracingMeasures,
  publications,
] as const;

type Declared = (typeof rooms)[number];
type ValuesOf<T> = T extends unknown ? T[keyof T] : never;
type AnyEndpoint = Extract<
  ValuesOf<Declared>,
  { readonly name: string; readonly access: unknown; readonly failures: readonly unknown[] }
>;

/** Every endpoint by its name, as types: what the client and its callers share with the server. Import it as a type on phones. */
export type Api = { readonly [E in AnyEndpoint as E['name']]: E };

/** Every endpoint as a value, in order of capability: for routes, OpenAPI and the access table. */
export const endpoints: readonly AnyEndpoint[] = rooms.flatMap((room) =>
  // By name: bundlers and tests put what a room takes from another file in different places.
  Object.entries<unknown>(room)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, value]) => value)
    .filter(isEndpoint),
);

function isEndpoint(value: unknown): value is AnyEndpoint {
  return typeof value === 'object' && value !== null && 'access' in value && 'failures' in value && 'name' in value;
}
