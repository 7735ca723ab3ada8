import type { Answer, Client } from '@tongcheng/shared/client';
import type { StaffSession } from '@tongcheng/shared/oversight/sessions';
import type { Instant } from '@tongcheng/shared/time';
import { hasFields, type PhoneRecord, type Records } from './records';

/** A crew's session as the phone keeps it, beside the rider's own. */
interface StoredCrew extends StaffSession {
  readonly aheadMs: number;
}

/** Where it is kept. */
export const crewRecord: PhoneRecord<{ readonly session: StoredCrew | null }> = {
  key: 'tc.crew',
  empty: { session: null },
  is: (value): value is { readonly session: StoredCrew | null } =>
    hasFields(value, 'session') &&
    (value.session === null || hasFields(value.session, 'accessToken', 'refreshToken', 'role', 'aheadMs')),
};

/** Calls endpoints as the staff of this phone: a second session beside the rider's, opened by an invitation. Renews by itself; never throws. */
export interface CrewClient extends Client {
  accept(invitation: string, displayName: string): Promise<Answer<'oversight.accept-invitation'>>;
  signOut(): Promise<void>;
}

interface CrewClientNeeds {
  readonly client: Client;
  readonly records: Records;
  readonly phoneNow: () => Instant;
  readonly withLock: <T>(name: string, work: () => Promise<T>) => Promise<T>;
}

/** Codes by which the service says that the access token no longer holds. */
const stale: readonly string[] = ['not-signed-in', 'session-stale'];

/** A token is renewed this long before its end. */
const marginMs = 20_000;

/** The access token of the moment, for the transport. */
export const crewTokenOf = (records: Records): string | undefined => records.read(crewRecord).session?.accessToken;

/** The crew's client over the plain one, which takes its token by {@link crewTokenOf}. */
export function createCrewClient({ client, records, phoneNow, withLock }: CrewClientNeeds): CrewClient {
  const keep = (session: StaffSession, serverAt: Instant = phoneNow()) =>
    records.write(crewRecord, { session: { ...session, aheadMs: serverAt - phoneNow() } });
  /** An ended session is let go; without a network it stays. */
  const renewed = () =>
    withLock('crew-session', async () => {
      const { session } = records.read(crewRecord);
      if (!session || phoneNow() + session.aheadMs < session.accessExpiresAt - marginMs) return;
      const answer = await client.call('oversight.refresh-staff', { refreshToken: session.refreshToken });
      if (answer.ok) keep(answer.value, answer.serverAt);
      else if (answer.failure.code === 'session-ended') records.write(crewRecord, { session: null });
    });
  return {
    call: async (name, input) => {
      await renewed();
      const answer = await client.call(name, input);
      const { session } = records.read(crewRecord);
      if (answer.ok || !session || !stale.includes(answer.failure.code)) return answer;
      records.write(crewRecord, { session: { ...session, accessExpiresAt: 0 } });
      await renewed();
      return records.read(crewRecord).session ? client.call(name, input) : answer;
    },
    accept: async (invitation, displayName) => {
      const answer = await client.call('oversight.accept-invitation', { invitation, displayName });
      if (answer.ok) keep(answer.value, answer.serverAt);
      return answer;
    },
    signOut: async () => {
      await client.call('oversight.sign-out-staff', {});
      records.write(crewRecord, { session: null });
    },
  };
}
