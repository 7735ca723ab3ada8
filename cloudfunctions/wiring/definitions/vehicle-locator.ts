import * as z from 'zod';
import { positionCalls } from '../../adapters/gtfs/position-calls';
import { timetableCalls } from '../../adapters/gtfs/timetable-calls';
import type { VehicleLocator } from '../../ports/vehicle-locator';
import { adapterOption } from '../adapter-option';
import { webAddress } from '../installation';
import { guarded, type ServiceNeeds } from '../outside-service';
import { definePort } from '../port-definition';

/** Where vehicles were; undefined where an installation has no feeds. Which feed a city has is in its settings. */
export const vehicleLocator = definePort<ServiceNeeds, VehicleLocator | undefined>({
  chosenBy: 'TONGCHENG_VEHICLE_LOCATOR',
  wrap: (made, needs) => made && { callsOf: guarded(needs, 'vehicle-locator', made.callsOf) },
});

/** No feeds: exposures rest on time. */
export const noVehicleLocator = () => adapterOption(z.object({}), (): VehicleLocator | undefined => undefined);

/** Timetables in GTFS and positions in GTFS-realtime, each at its place below one address. */
export const gtfsFeeds = () =>
  adapterOption(
    z.object({
      /** 车辆时刻表和位置档案的地址（docs/outside-services.md）。 Address of the timetables and of the archive of positions (docs/outside-services.md). */
      TONGCHENG_VEHICLE_FEEDS_URL: webAddress,
    }),
    ({ TONGCHENG_VEHICLE_FEEDS_URL: url }): VehicleLocator | undefined => {
      const feeds = { timetable: timetableCalls(url), positions: positionCalls(url) };
      return { callsOf: (question) => feeds[question.by].callsOf(question) };
    },
  );
