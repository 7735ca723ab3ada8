import { type Client, createClient, type Transport } from '@tongcheng/shared/client';
import type { StaffSession } from '@tongcheng/shared/oversight/sessions';
import type { StaffName } from '@tongcheng/shared/rides/wire';
import type { Instant } from '@tongcheng/shared/time';
import type { VenueView } from '@tongcheng/shared/venues/wire';
import { diceOf } from '../chance';
import { chineseName } from '../people/names';
import type { CityState } from '../state';
import type { StaffPost } from './post';

/** A verification screen in the hands of staff who are signed in. */
export interface StaffDesk {
  readonly client: Client;
  /** Who acts here, as reports name them. */
  readonly staff: StaffName;
  venueOf(venueId: string): VenueView | undefined;
  /** With this a crew's phone signs codes of departures. */
  readonly signing?: { readonly keyId: string; readonly key: string };
}

/** What opening screens takes. */
export interface DeskNeeds {
  readonly seed: string;
  /** Sessions of staff are kept in it. */
  readonly state: Pick<CityState, 'staff'>;
  readonly transport: Transport;
  /** An invitation for a post, as an official makes one. */
  readonly invite: (post: StaffPost) => Promise<string>;
  readonly now: () => Instant;
}

const renewBeforeMs = 20_000;

/** Opens the screen of a post: signs in with an invitation once a shift, renews the session, one after another. Undefined while the server is away. */
export const desksOf = (needs: DeskNeeds): ((post: StaffPost) => Promise<StaffDesk | undefined>) => {
  const sessions = new Map<string, StaffSession>();
  const opening = new Map<string, Promise<StaffDesk | undefined>>();
  const open = async (post: StaffPost): Promise<StaffDesk | undefined> => {
    const held = sessions.get(post.postId);
    if (held && held.accessExpiresAt - renewBeforeMs > needs.now()) return deskOf(needs, held);
    const session = (await renewed(needs, post)) ?? (await signedIn(needs, post));
    if (!session) return undefined;
    sessions.set(post.postId, session);
    return deskOf(needs, session);
  };
  return (post) => {
    const before = opening.get(post.postId) ?? Promise.resolve(undefined);
    const mine = before.catch(() => undefined).then(() => open(post));
    opening.set(post.postId, mine);
    return mine;
  };
};

const deskOf = ({ transport }: DeskNeeds, session: StaffSession): StaffDesk => ({
  client: createClient(transport, () => session.accessToken),
  staff: { name: session.displayName, role: session.role },
  venueOf: (venueId) => session.venues.find((venue) => venue.venueId === venueId),
  ...(session.signing && { signing: session.signing }),
});

async function renewed({ state, transport }: DeskNeeds, { postId }: StaffPost): Promise<StaffSession | undefined> {
  const refreshToken = state.staff?.[postId]?.refreshToken;
  if (refreshToken === undefined) return undefined;
  const answer = await createClient(transport, () => undefined).call('oversight.refresh-staff', { refreshToken });
  return answer.ok ? remembered(state, postId, answer.value) : undefined;
}

async function signedIn(needs: DeskNeeds, post: StaffPost): Promise<StaffSession | undefined> {
  const { seed, state, transport, invite } = needs;
  const shift = (state.staff?.[post.postId]?.shift ?? 0) + 1;
  const invitation = await invite(post);
  // Nobody real: whoever reads a report of this city sees that it was made up.
  const displayName = `${chineseName(diceOf(seed, 'staff', post.postId, shift))}（模拟）`;
  const asked = { invitation, displayName };
  const answer = await createClient(transport, () => undefined).call('oversight.accept-invitation', asked);
  return answer.ok ? remembered(state, post.postId, answer.value, shift) : undefined;
}

function remembered(state: DeskNeeds['state'], postId: string, session: StaffSession, shift?: number): StaffSession {
  const known = state.staff?.[postId];
  const next = { shift: shift ?? known?.shift ?? 1, refreshToken: session.refreshToken };
  state.staff = { ...state.staff, [postId]: next };
  return session;
}
