import { type Client, createClient } from '@tongcheng/shared/client';
import type { RiderSession } from '@tongcheng/shared/identity/wire';
import type { Instant } from '@tongcheng/shared/time';
import type { Person } from '../people/person';
import type { RiderState } from '../state';
import type { RiderNeeds } from './rider-needs';

/** A rider with the app in hand: what the app remembers, its clock and its client. */
export interface RiderPhone {
  readonly person: Person;
  readonly memory: RiderState;
  readonly client: Client;
  readonly needs: RiderNeeds;
  /** The phone's own clock, with the correction that the app has learnt. */
  clock(): Instant;
}

/** Takes a person's phone out. */
export const openPhone = (person: Person, memory: RiderState, needs: RiderNeeds): RiderPhone => ({
  person,
  memory,
  needs,
  client: createClient(needs.transportOf(person.index), () => memory.accessToken),
  clock: () => needs.now() + person.habits.phoneClockOffMs + (memory.clockOffsetMs ?? 0),
});

/** Remembers a session and until when the status in it holds. */
export const rememberSession = ({ memory }: RiderPhone, session: RiderSession): void => {
  memory.accessToken = session.accessToken;
  memory.accessExpiresAt = session.accessExpiresAt;
  memory.refreshToken = session.refreshToken;
  memory.refreshExpiresAt = session.refreshExpiresAt;
  if (session.signing) memory.signing = session.signing;
  if (session.account.authenticated) memory.enrolled = true;
  const { status } = session.account.standing;
  delete memory.statusExpiresAt;
  if (status !== null && status !== 'unavailable') memory.statusExpiresAt = status.expiresAt;
};

/** Forgets the session; the rider signs in again. */
export const clearSession = ({ memory }: RiderPhone): void => {
  delete memory.accessToken;
  delete memory.accessExpiresAt;
  delete memory.refreshToken;
  delete memory.refreshExpiresAt;
  delete memory.signing;
};

/** Writes a refusal of an operation into the ledger. */
export const recordRefusedCall = ({ needs, person }: RiderPhone, operation: string, code: string): void =>
  needs.ledger.refused({ personIndex: person.index, at: needs.now(), operation, code });

/** An address for a phone, from the range kept for tests of networks (RFC 2544): nobody's. */
export const addressOf = (personIndex: number): string =>
  `198.${18 + ((personIndex >> 16) & 1)}.${(personIndex >> 8) & 255}.${personIndex & 255}`;
