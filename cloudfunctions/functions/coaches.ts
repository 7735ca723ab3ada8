import * as api from '@tongcheng/shared/coaches/api';
import * as extractsApi from '@tongcheng/shared/coaches/extracts-api';
import * as fleetApi from '@tongcheng/shared/coaches/fleet-api';
import * as ledgerApi from '@tongcheng/shared/coaches/ledger-api';
import * as officialsApi from '@tongcheng/shared/coaches/officials-api';
import * as regularsApi from '@tongcheng/shared/coaches/regulars-api';
import * as runsApi from '@tongcheng/shared/coaches/runs-api';
import * as ticketingApi from '@tongcheng/shared/coaches/ticketing-api';
import { deliverArrival } from '../app/coaches/deliver-arrival';
import { deliverEvents } from '../app/coaches/deliver-events';
import { decideExtract } from '../app/coaches/extracts/decide-extract';
import { endExtract } from '../app/coaches/extracts/end-extract';
import { findDepartures } from '../app/coaches/extracts/find-departures';
import { listExtracts } from '../app/coaches/extracts/list-extracts';
import { openExtract } from '../app/coaches/extracts/open-extract';
import { openManifest } from '../app/coaches/extracts/open-manifest';
import { requestExtract } from '../app/coaches/extracts/request-extract';
import { endLine } from '../app/coaches/fleet/end-line';
import { endVehicle } from '../app/coaches/fleet/end-vehicle';
import { listFleet } from '../app/coaches/fleet/list-fleet';
import { setLine } from '../app/coaches/fleet/set-line';
import { setVehicle } from '../app/coaches/fleet/set-vehicle';
import { getManifest } from '../app/coaches/get-manifest';
import { fileLedger } from '../app/coaches/ledger/file-ledger';
import { listDayDepartures } from '../app/coaches/list-day-departures';
import { listDepartures } from '../app/coaches/list-departures';
import { listKnownRuns } from '../app/coaches/list-known-runs';
import { listPlaces } from '../app/coaches/list-places';
import { lookAtDeparture } from '../app/coaches/look-at-departure';
import { openArrival } from '../app/coaches/open-arrival';
import { registerForPassenger } from '../app/coaches/register-for-passenger';
import { registerPassenger } from '../app/coaches/register-passenger';
import { joinRegulars } from '../app/coaches/regulars/join-regulars';
import { leaveRegulars } from '../app/coaches/regulars/leave-regulars';
import { listRegulars } from '../app/coaches/regulars/list-regulars';
import { ownRegulars } from '../app/coaches/regulars/own-regulars';
import { registerRegular } from '../app/coaches/regulars/register-regular';
import { showDepartureCode } from '../app/coaches/show-departure-code';
import { tellDeparture } from '../app/coaches/tell-departure';
import { countTickets } from '../app/coaches/ticketing/count-tickets';
import { handInTickets } from '../app/coaches/ticketing/hand-in-tickets';
import { withdrawPassenger } from '../app/coaches/withdraw-passenger';
import { type Route, route } from '../edge/route';
import { serve } from '../edge/serve';
import { containerWith, type NeedsOf } from '../wiring/function-container';

/** Made at the first call; gives the names of its configuration. */
export const container = containerWith({});
type Needs = NeedsOf<typeof container>;

/** 客车：发车登记、乘客登记、到站核验 coaches: departures, their passengers, verification on arrival. */
export const routes: readonly Route<Needs>[] = [
  route(api.deliverEvents, deliverEvents),
  route(api.getManifest, getManifest),
  route(api.listDepartures, listDepartures),
  route(api.listPlaces, listPlaces),
  route(runsApi.listKnownRuns, listKnownRuns),
  route(api.lookAtDeparture, lookAtDeparture),
  route(api.registerPassenger, registerPassenger),
  route(api.withdrawPassenger, withdrawPassenger),
  route(api.registerForPassenger, registerForPassenger),
  route(api.showDepartureCode, showDepartureCode),
  route(api.openArrival, openArrival),
  route(api.deliverArrival, deliverArrival),
  route(regularsApi.joinRegulars, joinRegulars),
  route(regularsApi.ownRegulars, ownRegulars),
  route(regularsApi.leaveRegulars, leaveRegulars),
  route(regularsApi.listRegulars, listRegulars),
  route(regularsApi.registerRegular, registerRegular),
  route(ledgerApi.fileLedger, fileLedger),
  route(fleetApi.listFleet, listFleet),
  route(fleetApi.setVehicle, setVehicle),
  route(fleetApi.endVehicle, endVehicle),
  route(fleetApi.setLine, setLine),
  route(fleetApi.endLine, endLine),
  route(officialsApi.listDayDepartures, listDayDepartures),
  route(officialsApi.tellDeparture, tellDeparture),
  route(ticketingApi.handInTickets, handInTickets),
  route(ticketingApi.countTickets, countTickets),
  route(extractsApi.openManifest, openManifest),
  route(extractsApi.findDepartures, findDepartures),
  route(extractsApi.requestExtract, requestExtract),
  route(extractsApi.listExtracts, listExtracts),
  route(extractsApi.decideExtract, decideExtract),
  route(extractsApi.openExtract, openExtract),
  route(extractsApi.endExtract, endExtract),
];

export const main = serve(container, routes);
