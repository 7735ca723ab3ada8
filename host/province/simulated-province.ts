import { join } from 'node:path';
import {
  type CoachDays,
  type CoachProvince,
  type CoachState,
  type CoachTally,
  coachDays,
  departureWall,
  makeTravellers,
  newTally,
  openCoachState,
  type Person,
  type PresentCoaches,
  readProvince,
} from '@tongcheng/city';
import type { FastifyInstance } from 'fastify';
import { citySeed } from '../city/simulated-city';
import { productPath } from '../product-folder';

/** The folder of the province whose coaches are simulated. */
export const provinceFolder = productPath('cities/liaoning');

/** The simulated coaches of a province, with what they remember. */
export interface SimulatedProvince {
  readonly province: CoachProvince;
  readonly people: readonly Person[];
  readonly days: CoachDays;
  readonly state: CoachState;
  readonly stateFile: string;
  readonly tally: CoachTally;
  /** The crews' phones of the moment; absent until the present goes on. */
  present?: PresentCoaches;
}

/** Departures of a day, and the people who ride on them, of whom each rides every second day. */
const [departures, passengers] = [100, 1_300];
/** Above the numbers of all people of the city, whatever size it has. */
const numbersFrom = 500_000;

/** Sets the province up; nothing runs yet. */
export function openProvince(dataFolder: string): SimulatedProvince {
  const province = readProvince(provinceFolder);
  const people = makeTravellers(citySeed, numbersFrom, passengers);
  const stateFile = join(dataFolder, 'province.json');
  return {
    ...{ province, people, stateFile },
    days: coachDays({ seed: citySeed, province, people, departures }),
    state: openCoachState(stateFile),
    tally: newTally(),
  };
}

/** The codes that crews show at the moment, for the poster wall; nobody's before the past is lived. */
export function serveDepartures(server: FastifyInstance, simulated: SimulatedProvince, publicUrl: string): void {
  server.get('/city/departures.json', async (_request, reply) => {
    const { present, days, province } = simulated;
    const wall = present
      ? await departureWall(present.moment, days, publicUrl)
      : { name: province.name, open: [], next: [], awaited: [] };
    return reply.header('cache-control', 'no-store').send(wall);
  });
}
