import type { Route } from '@tongcheng/cloudfunctions/edge/route';
import * as appeals from '@tongcheng/cloudfunctions/functions/appeals';
import * as cardSets from '@tongcheng/cloudfunctions/functions/card-sets';
import * as cards from '@tongcheng/cloudfunctions/functions/cards';
import * as coaches from '@tongcheng/cloudfunctions/functions/coaches';
import * as dailyReport from '@tongcheng/cloudfunctions/functions/daily-report';
import * as devices from '@tongcheng/cloudfunctions/functions/devices';
import * as entries from '@tongcheng/cloudfunctions/functions/entries';
import * as gates from '@tongcheng/cloudfunctions/functions/gates';
import * as identity from '@tongcheng/cloudfunctions/functions/identity';
import * as oversight from '@tongcheng/cloudfunctions/functions/oversight';
import * as partners from '@tongcheng/cloudfunctions/functions/partners';
import * as passes from '@tongcheng/cloudfunctions/functions/passes';
import * as publications from '@tongcheng/cloudfunctions/functions/publications';
import * as reports from '@tongcheng/cloudfunctions/functions/reports';
import * as rides from '@tongcheng/cloudfunctions/functions/rides';
import * as rights from '@tongcheng/cloudfunctions/functions/rights';
import * as tracing from '@tongcheng/cloudfunctions/functions/tracing';
import * as venues from '@tongcheng/cloudfunctions/functions/venues';
import type { Container } from '@tongcheng/cloudfunctions/wiring/container';
import { namesOf } from '@tongcheng/shared/endpoint';

/** Every function by its file's name. What each asks of the cloud is declared by these names in `tools/deploy/cloud-functions.ts`. */
export const everyFunction = {
  identity,
  cards,
  venues,
  devices,
  partners,
  rides,
  entries,
  coaches,
  passes,
  gates,
  reports,
  oversight,
  appeals,
  rights,
  tracing,
  publications,
  'daily-report': dailyReport,
  'card-sets': cardSets,
} as const;

/** Every route of every function: in the cloud each function serves its own, here one gateway serves them all. */
export const allRoutes: readonly Route<Container>[] = Object.values(everyFunction).flatMap<Route<Container>>((each) =>
  'routes' in each ? each.routes : [],
);

/** Names of every operation, former ones too: labels may hold these and no other. */
export const operationNames: ReadonlySet<string> = new Set(allRoutes.flatMap(({ endpoint }) => namesOf(endpoint)));

/** What timers start, by function name as in serverless.yml. */
export const timerFunctions: Readonly<Record<string, (needs: Container) => Promise<void>>> = Object.fromEntries(
  Object.entries(everyFunction).flatMap(([name, each]) => ('work' in each ? [[name, each.work]] : [])),
);
