import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { ticketChannels } from '@tongcheng/shared/coaches/ticketing/tickets';
import { type HandedTicket, handInTickets } from '@tongcheng/shared/coaches/ticketing-api';
import { newId } from '@tongcheng/shared/ids';
import { signedRequestText } from '@tongcheng/shared/signed-request';
import * as z from 'zod';
import { diceOf } from '../chance';
import type { Person } from '../people/person';
import type { CoachState } from './coach-state';
import type { Moment } from './moment';
import { addressesFor, typedOf } from './passenger-acts';
import { type PlannedAct, type PlannedDeparture, ticketNumberOf } from './planned-departure';

type Sells = Extract<PlannedAct, { readonly kind: 'sells' }>;
type Network = NonNullable<CoachState['network']>;

const operation = 'coaches.hand-in-tickets';
const keyId = 'simulated-1';
/** Apart from the addresses of phones and of staff. */
const networkAddress = 1 << 17;
const Answer = z.object({ ok: z.literal(true), value: handInTickets.output });

/** The stand-in of a province's ticketing system: it hands in what it sold for a departure, before a crew confirms that (L-04). */
export async function sellTickets(moment: Moment, departure: PlannedDeparture, { at, people }: Sells): Promise<void> {
  const network = await networkOf(moment);
  if (!network) return moment.tally.count('network sells', 'not-registered');
  const tickets = people.map((person, nth) => ticketOf(moment, departure, person, nth));
  const payload = JSON.stringify({
    requestId: newId(at, diceOf('ids', moment.seed, departure.departureId, 'sells').bytes),
    sentAt: moment.now(),
    input: { tickets },
  });
  const key = createPrivateKey(network.privateKey);
  const signature = sign(null, Buffer.from(signedRequestText(operation, payload)), key).toString('base64url');
  const body = { partnerId: network.partnerId, keyId, payload, signature };
  const reply = await moment.transportOf(networkAddress)({ path: `/api/${operation}`, body });
  const answer = Answer.safeParse(reply.body);
  if (!answer.success) return moment.tally.count('network sells', `status-${reply.status}`);
  for (const item of answer.data.value.items)
    moment.tally.count('network sells', item.ok ? undefined : item.failure.code);
}

function ticketOf(moment: Moment, departure: PlannedDeparture, person: Person, nth: number): HandedTicket {
  const { city, serviceNumber, departsAt, origin } = departure;
  return {
    ...{ kind: 'sold', version: 1, ticketNumber: ticketNumberOf(departure, person), seat: String(nth + 1) },
    ...{ city, serviceNumber, departsAt, channel: ticketChannels[nth % ticketChannels.length] ?? 'web' },
    ...(origin.stationId !== undefined && { stationId: origin.stationId }),
    passenger: { ...typedOf(person), phone: person.phone },
    ...addressesFor(moment, departure, person),
  };
}

const registering = new WeakMap<CoachState, Promise<Network | undefined>>();

/** Registered once by the province's clerk, as a real one is by its bureau. */
function networkOf(moment: Moment): Promise<Network | undefined> {
  const { state } = moment;
  if (state.network) return Promise.resolve(state.network);
  const known = registering.get(state) ?? register(moment).finally(() => registering.delete(state));
  registering.set(state, known);
  return known;
}

async function register({ clerk, province, state }: Moment): Promise<Network | undefined> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  await clerk.token();
  const answer = await clerk.client.call('partners.register-partner', {
    ...{ kind: 'ticketing-network', name: '演示联网售票系统', keyId },
    scopes: province.cities.map(({ city }) => ({ level: 'city', code: city })),
    publicKey: publicKey.export({ format: 'jwk' }).x ?? '',
  });
  if (!answer.ok) return undefined;
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  state.network = { partnerId: answer.value.partnerId, privateKey: String(pem) };
  return state.network;
}
