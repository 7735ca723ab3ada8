import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { departureKeyOf } from '@tongcheng/cloudfunctions/app/coaches/verify-departure-code';
import { openSession } from '@tongcheng/cloudfunctions/app/sessions/sessions';
import { makeAnswer } from '@tongcheng/cloudfunctions/edge/answer';
import { readConfig } from '@tongcheng/cloudfunctions/wiring/config';
import { type Container, makeContainer } from '@tongcheng/cloudfunctions/wiring/container';
import * as servers from '@tongcheng/cloudfunctions/wiring/targets/servers';
import { signDepartureCode } from '@tongcheng/shared/coaches/departure-code';
import { unknownEligibility } from '@tongcheng/shared/eligibility';
import { newId } from '@tongcheng/shared/ids';
import { hourMs } from '@tongcheng/shared/time';
import { bringCities } from '../../host/bring-cities';
import { allRoutes } from '../../host/functions';
import { makeGateway } from '../../host/gateway';
import { listenBacklog } from '../../host/listen';
import { productPath } from '../../host/product-folder';
import { defaultEnvironment } from '../programs';
import { city } from './ledger-file';

/** A coach that is about to leave: what its crew tell, and what passengers scan. */
export interface BenchedCoach {
  readonly crewToken: string;
  readonly departureId: string;
  readonly opened: object;
  readonly code: string;
}

/** What the generator gets when the server listens. */
export interface CoachesReady {
  readonly port: number;
  readonly coaches: readonly BenchedCoach[];
  /** One account a passenger. */
  readonly tokens: readonly string[];
  readonly officialToken: string;
}

const [coachesText = '100', passengersText = '6000'] = process.argv.slice(2);
const config = readConfig(
  {
    ...defaultEnvironment(mkdtempSync(join(tmpdir(), 'tongcheng-bench-coaches-'))),
    /** Bundled into the same folder. */
    TONGCHENG_STORE_THREAD: join(__dirname, 'cloudfunctions-adapters-sqlite-thread-store-thread.js'),
  },
  servers,
);

/** Longer than a renewal asks for: on a busy machine the rounds take longer. */
const lifeOf = ({ clock }: Container, session: string) => ({
  ...{ session, issuedAt: clock.now(), expiresAt: clock.now() + hourMs },
});

async function coachOf(needs: Container, number: number): Promise<BenchedCoach> {
  const { clock, chance, tokens, signingKeys } = needs;
  const staff = newId(clock.now(), chance.bytes);
  const { sessionId } = await openSession(needs, 'staff', staff);
  const operator = `operator-${number}`;
  const crewToken = tokens.issue({
    ...{ kind: 'staff', ...lifeOf(needs, sessionId), staff, role: 'driver', city, venues: [], operator },
  });
  const at = clock.now();
  const departsAt = at + hourMs;
  const departureId = newId(departsAt, chance.bytes);
  const plate = `辽A${String(10_000 + number)}`;
  const driver = { name: '演示驾驶员', phone: '13900000000' };
  const opened = {
    ...{ kind: 'opened', eventId: departureId, at, aboard: 60, service: 'line', serviceNumber: `K${number}` },
    ...{ departsAt, crew: { plate, driver }, origin: { name: '演示站', city }, destination: { name: '演示到达站' } },
    stops: [],
  };
  const code = signDepartureCode(departureKeyOf(signingKeys, sessionId), {
    ...{ demonstration: false, asksAddresses: false, city, departureId, plate, sessionId },
  });
  return { crewToken, departureId, opened, code };
}

const riderToken = (needs: Container): string =>
  needs.tokens.issue({
    ...{ kind: 'rider', ...lifeOf(needs, newId(needs.clock.now(), needs.chance.bytes)) },
    ...{ account: newId(needs.clock.now(), needs.chance.bytes), standing: unknownEligibility },
  });

async function main(): Promise<void> {
  const container = await makeContainer(config);
  await bringCities(container, productPath('cities/liaoning'), { say: () => undefined, mayBeDemonstration: true });
  const answer = makeAnswer(allRoutes);
  const gateway = await makeGateway((request) => answer(container, request), container, { city: false });
  await gateway.listen({ port: 0, host: '127.0.0.1', backlog: listenBacklog });
  const address = gateway.server.address();
  const coaches: BenchedCoach[] = [];
  for (let number = 0; number < Number(coachesText); number += 1) coaches.push(await coachOf(container, number));
  const official = newId(container.clock.now(), container.chance.bytes);
  const { sessionId } = await openSession(container, 'official', official);
  const ready: CoachesReady = {
    ...{ port: typeof address === 'object' && address ? address.port : 0, coaches },
    tokens: Array.from({ length: Number(passengersText) }, () => riderToken(container)),
    officialToken: container.tokens.issue({
      ...{ kind: 'official', ...lifeOf(container, sessionId), official, roles: ['bureau'], cities: [city] },
    }),
  };
  process.send?.(ready);
}

/** Whoever measures asks how long this process has worked, its threads among it. */
process.on('message', () => process.send?.(process.cpuUsage()));
process.on('SIGTERM', () => process.exit(0));
void main();
