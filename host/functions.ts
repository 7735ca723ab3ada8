import type { Route } from '@tongcheng/cloudfunctions/edge/route';
import { routes as appeals } from '@tongcheng/cloudfunctions/functions/appeals';
import { routes as cards } from '@tongcheng/cloudfunctions/functions/cards';
import { work as dailyReport } from '@tongcheng/cloudfunctions/functions/daily-report';
import { routes as devices } from '@tongcheng/cloudfunctions/functions/devices';
import { routes as entries } from '@tongcheng/cloudfunctions/functions/entries';
import { routes as identity } from '@tongcheng/cloudfunctions/functions/identity';
import { routes as oversight } from '@tongcheng/cloudfunctions/functions/oversight';
import { routes as partners } from '@tongcheng/cloudfunctions/functions/partners';
import { routes as reports } from '@tongcheng/cloudfunctions/functions/reports';
import { routes as rides } from '@tongcheng/cloudfunctions/functions/rides';
import { routes as rights } from '@tongcheng/cloudfunctions/functions/rights';
import { routes as venues } from '@tongcheng/cloudfunctions/functions/venues';
import type { Container } from '@tongcheng/cloudfunctions/wiring/container';
import { namesOf } from '@tongcheng/shared/endpoint';

/** Every route of every function: in the cloud each function serves its own, here one gateway serves them all. */
export const allRoutes: readonly Route<Container>[] = [
  ...identity,
  ...cards,
  ...venues,
  ...devices,
  ...partners,
  ...rides,
  ...entries,
  ...reports,
  ...oversight,
  ...appeals,
  ...rights,
];

/** Names of every operation, former ones too: labels may hold these and no other. */
export const operationNames: ReadonlySet<string> = new Set(allRoutes.flatMap(({ endpoint }) => namesOf(endpoint)));

/** What timers start, by function name as in serverless.yml. */
export const timerFunctions: Readonly<Record<string, (needs: Container) => Promise<void>>> = {
  'daily-report': dailyReport,
};
