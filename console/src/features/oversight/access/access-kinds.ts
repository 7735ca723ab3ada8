import type { Client } from '@tongcheng/shared/client';
import type { OfficialEndpoint } from '../../../client/permissions';
import type { ServerReply } from '../../../client/use-query';
import {
  type AccessLine,
  type AccessWords,
  deviceLine,
  invitationLine,
  officialLine,
  partnerLine,
  signInLine,
  staffLine,
} from './access-lines';

/** What can be listed and revoked, in the order of the tabs. */
export const accessKinds = ['staff', 'invitations', 'devices', 'partners', 'officials', 'sign-ins'] as const;
export type AccessKind = (typeof accessKinds)[number];

/** A page of a list, and where the next one begins. */
interface AccessPage {
  readonly rows: readonly AccessRowInWords[];
  readonly next?: string;
}

/** A row as it is told in a language: another language needs no other answer. */
export type AccessRowInWords = (words: AccessWords) => AccessLine;

const limit = 200;

const readAs = <T>(reply: ServerReply<T>, page: (value: T) => AccessPage): ServerReply<AccessPage> =>
  reply.ok ? { ok: true, value: page(reply.value) } : reply;

async function readPage(
  kind: AccessKind,
  client: Client,
  { city, after }: { readonly city: string; readonly after: string | undefined },
): Promise<ServerReply<AccessPage>> {
  switch (kind) {
    case 'staff': {
      const input = { city, limit, ...(after !== undefined && { after }) };
      return readAs(await client.call('oversight.list-staff', input), ({ staff, next }) => ({
        rows: staff.map((row) => (words) => staffLine(words, row)),
        ...(next !== undefined && { next }),
      }));
    }
    case 'invitations': {
      const input = { city, limit, ...(after !== undefined && { after: Number(after) }) };
      return readAs(await client.call('oversight.list-invitations', input), ({ invitations, next }) => ({
        rows: invitations.map((row) => (words) => invitationLine(words, row)),
        ...(next !== undefined && { next: String(next) }),
      }));
    }
    case 'devices':
      return readAs(await client.call('devices.list-devices', { city }), ({ devices }) => ({
        rows: devices.map((row) => (words) => deviceLine(words, row)),
      }));
    case 'partners':
      return readAs(await client.call('partners.list-partners', { level: 'city', code: city }), ({ partners }) => ({
        rows: partners.map((row) => (words) => partnerLine(words, row)),
      }));
    case 'officials':
      return readAs(await client.call('oversight.list-officials', { city }), ({ officials }) => ({
        rows: officials.map((row) => (words) => officialLine(words, row)),
      }));
    case 'sign-ins':
      return readAs(await client.call('oversight.list-sign-ins', { city }), ({ signIns }) => ({
        rows: signIns.map((row) => (words) => signInLine(words, row)),
      }));
  }
}

/** Reads a list page after page, until its end or until there are `most` rows; then `hasMore` says so. */
export async function listAccess(
  kind: AccessKind,
  client: Client,
  { city, most }: { readonly city: string; readonly most: number },
): Promise<ServerReply<{ readonly rows: readonly AccessRowInWords[]; readonly hasMore: boolean }>> {
  const rows: AccessRowInWords[] = [];
  let after: string | undefined;
  do {
    const page = await readPage(kind, client, { city, after });
    if (!page.ok) return page;
    rows.push(...page.value.rows);
    after = page.value.next;
  } while (after !== undefined && rows.length < most);
  return { ok: true, value: { rows, hasMore: after !== undefined } };
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
    case 'sign-ins':
      return client.call('oversight.end-sign-in', { sessionId: id });
  }
}

/** What seeing and revoking each kind takes. */
export const accessNeeds = {
  staff: { list: 'oversight.list-staff', revoke: 'oversight.revoke-staff' },
  invitations: { list: 'oversight.list-invitations', revoke: 'oversight.revoke-invitation' },
  devices: { list: 'devices.list-devices', revoke: 'devices.revoke-device' },
  partners: { list: 'partners.list-partners', revoke: 'partners.revoke-partner' },
  officials: { list: 'oversight.list-officials', revoke: 'oversight.revoke-official' },
  'sign-ins': { list: 'oversight.list-sign-ins', revoke: 'oversight.end-sign-in' },
} as const satisfies Readonly<Record<AccessKind, Readonly<Record<'list' | 'revoke', OfficialEndpoint>>>>;
