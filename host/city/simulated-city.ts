import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import {
  type CityState,
  type LivingRegister,
  makePeople,
  type Network,
  nextPersonOf,
  openState,
  type Person,
  peoplePage,
  platformPeopleOf,
  readNetwork,
  registerOf,
  wallOf,
} from '@tongcheng/city';
import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { serveMail } from '../mail-pages';
import { type Mailbox, openMailbox } from '../mailbox/mailbox';
import { productPath } from '../product-folder';
import { serveFacePage } from './face-page';
import { type LocalFeeds, startFeeds } from './feeds';
import { serveHealthCodePages } from './health-code-page';
import { servePhones } from './phones';
import { type LocalPlatforms, newKeys, startPlatforms } from './platforms';
import type { StreetPosters } from './posters';
import { type LocalProviders, startProviders } from './providers';

/** The city that is simulated. */
export const cityCode = '420100';
/** Its folder of plain files. */
export const cityFolder = productPath('cities');
/** The same seed, the same people and days. */
export const citySeed = 'tongcheng';
/** Some three journeys a person and day. */
const journeysOfOne = 3;

/** A city's settings as far as the simulated city changes them. */
const CityFile = z.looseObject({ capabilities: z.looseObject({ tracing: z.looseObject({}).optional() }).optional() });

/**
 * Settings that say in the store, too, that the city is simulated: a real installation does not start on it. Where it traces, it goes by what the
 * simulated vehicles sent.
 */
export function asDemonstration(settingsJson: string): string {
  const { capabilities, ...settings } = CityFile.parse(JSON.parse(settingsJson));
  const tracing = capabilities?.tracing && { tracing: { ...capabilities.tracing, vehicleFeed: 'positions' } };
  return JSON.stringify({
    ...settings,
    ...(capabilities && { capabilities: { ...capabilities, ...tracing } }),
    demonstration: true,
  });
}

/** Everything around the product that a real installation has elsewhere: people, outside services, a mailbox. */
export interface SimulatedCity {
  readonly network: Network;
  readonly people: readonly Person[];
  readonly register: LivingRegister;
  readonly state: CityState;
  readonly stateFile: string;
  readonly secret: string;
  readonly providers: LocalProviders;
  readonly platforms: LocalPlatforms;
  readonly feeds: LocalFeeds;
  readonly mailbox: Mailbox;
}

/** Sets the city up; nobody moves yet. The registers know `travellers` of elsewhere too. */
export async function openCity(
  dataFolder: string,
  journeys: number,
  travellers: readonly Person[] = [],
): Promise<SimulatedCity> {
  const keys = newKeys();
  const people = makePeople(citySeed, Math.max(60, Math.round(journeys / journeysOfOne)));
  const register = registerOf([...people, ...travellers]);
  const secret = randomBytes(32).toString('base64url');
  const stateFile = join(dataFolder, 'city.json');
  const network = readNetwork(join(cityFolder, cityCode));
  return {
    network,
    feeds: await startFeeds(network, Date.now),
    people,
    register,
    state: openState(stateFile),
    stateFile,
    secret,
    providers: await startProviders(register, secret, Date.now),
    mailbox: await openMailbox(join(dataFolder, 'mailbox')),
    platforms: await startPlatforms(platformPeopleOf(people), dataFolder, keys),
  };
}

/** The city's own pages: poster wall, demonstration people, the phones' sign-in codes, the mailbox. */
export function serveCity(server: FastifyInstance, city: SimulatedCity, posters: StreetPosters): void {
  const addresses = {
    rider: '/app/',
    verify: '/verify/',
    console: '/console/',
    open: `/open/?city=${cityCode}`,
    mail: '/mail/',
    docs: '/docs/',
  };
  const name = { zh: '武汉（模拟）', en: 'Wuhan (simulated)' };
  const next = nextPersonOf(city.people, city.state);
  server.get('/city/wall.json', async (_request, reply) => {
    await posters.readAgain();
    return reply.header('cache-control', 'no-store').send(wallOf(city.network, posters, { name, addresses }));
  });
  server.get('/city/people', (_request, reply) =>
    reply.header('cache-control', 'no-store').send(peoplePage(city.people)),
  );
  server.get('/city/people/next', (_request, reply) => reply.header('cache-control', 'no-store').send(next()));
  serveFacePage(server, city.providers.faces);
  serveHealthCodePages(server, { ...city, handovers: city.providers.handovers });
  servePhones(server, city.providers, city.platforms);
  serveMail(server, city.mailbox);
}
