import type { Client } from '@tongcheng/shared/client';
import type { OfficialEndpoint } from '../../../client/permissions';
import type { ServerReply } from '../../../client/use-query';
import type { Say } from '../../../ui/language';
import { type AccessLine, deviceLine, invitationLine, officialLine, partnerLine, staffLine } from './access-lines';

/** What can be listed and revoked, in the order of the tabs. */
export const accessKinds = ['staff', 'invitations', 'devices', 'partners', 'officials'] as const;
export type AccessKind = (typeof accessKinds)[number];

/** A page of a list, and where the next one begins. */
export interface AccessPage {
  readonly lines: readonly AccessLine[];
  readonly next?: string;
}

interface Asked {
  readonly city: string;
  readonly search: string;
  readonly after?: string | undefined;
}

const limit = 50;

const readAs = <T>(reply: ServerReply<T>, page: (value: T) => AccessPage): ServerReply<AccessPage> =>
  reply.ok ? { ok: true, value: page(reply.value) } : reply;

/** Asks for a page of a list. */
export async function listAccess(
  kind: AccessKind,
  client: Client,
  say: Say,
  { city, search, after }: Asked,
): Promise<ServerReply<AccessPage>> {
  switch (kind) {
    case 'staff': {
      const input = { city, limit, ...(search !== '' && { search }), ...(after !== undefined && { after }) };
      return readAs(await client.call('oversight.list-staff', input), ({ staff, next }) => ({
        lines: staff.map((row) => staffLine(say, row)),
        ...(next !== undefined && { next }),
      }));
    }
    case 'invitations': {
      const input = { city, limit, ...(after !== undefined && { after: Number(after) }) };
      return readAs(await client.call('oversight.list-invitations', input), ({ invitations, next }) => ({
        lines: invitations.map((row) => invitationLine(say, row)),
        ...(next !== undefined && { next: String(next) }),
      }));
    }
    case 'devices':
      return readAs(await client.call('devices.list-devices', { city }), ({ devices }) => ({
        lines: devices.map((row) => deviceLine(say, row)),
      }));
    case 'partners':
      return readAs(await client.call('partners.list-partners', { level: 'city', code: city }), ({ partners }) => ({
        lines: partners.map((row) => partnerLine(say, row)),
      }));
    case 'officials':
      return readAs(await client.call('oversight.list-officials', { city }), ({ officials }) => ({
        lines: officials.map((row) => officialLine(say, row)),
      }));
  }
}

/** Revokes one of a list. */
export async function revokeAccess(
  kind: AccessKind,
  client: Client,
  id: string,
  reason: string,
): Promise<ServerReply<unknown>> {
  switch (kind) {
    case 'staff':
      return client.call('oversight.revoke-staff', { staffId: id, reason });
    case 'invitations':
      return client.call('oversight.revoke-invitation', { invitationId: id, reason });
    case 'devices':
      return client.call('devices.revoke-device', { deviceId: id, reason });
    case 'partners':
      return client.call('partners.revoke-partner', { partnerId: id, reason });
    case 'officials':
      return client.call('oversight.revoke-official', { officialId: id, reason });
  }
}

/** What seeing and revoking each kind takes. */
export const accessNeeds = {
  staff: { list: 'oversight.list-staff', revoke: 'oversight.revoke-staff' },
  invitations: { list: 'oversight.list-invitations', revoke: 'oversight.revoke-invitation' },
  devices: { list: 'devices.list-devices', revoke: 'devices.revoke-device' },
  partners: { list: 'partners.list-partners', revoke: 'partners.revoke-partner' },
  officials: { list: 'oversight.list-officials', revoke: 'oversight.revoke-official' },
} as const satisfies Readonly<Record<AccessKind, Readonly<Record<'list' | 'revoke', OfficialEndpoint>>>>;
