import { endpoints } from '@tongcheng/shared/api';
import type { Endpoint } from '@tongcheng/shared/endpoint';
import { failures } from '@tongcheng/shared/failures';
import { consentVersion } from '@tongcheng/shared/identity/consent';
import { newId } from '@tongcheng/shared/ids';
import fc from 'fast-check';
import { openDevice, openPartner } from '../world/key-holders';
import type { Answered, Town } from '../world/town';
import { enrolled, officialToken, signIn, staffToken } from '../world/town-sessions';
import { bodies, type Known } from './inputs';

/** What came of throwing bodies at every endpoint. */
export interface Fuzzed {
  readonly inputs: number;
  /** How many were accepted, by endpoint: a fuzz that is always refused sees nothing. */
  readonly accepted: Readonly<Record<string, number>>;
  readonly complaints: readonly string[];
}

/** Asks every endpoint `count` times with bodies of this seed; a fault or an answer of another form is a complaint. */
export async function fuzz(town: Town, count: number, seed: number): Promise<Fuzzed> {
  const known = await knownOf(town);
  const accepted: Record<string, number> = {};
  const complaints: string[] = [];
  for (const [place, endpoint] of endpoints.entries()) {
    accepted[endpoint.name] = 0;
    const signed = await signerFor(town, endpoint);
    const bearer = await tokenFor(town, endpoint, 4 + place);
    let { token } = bearer;
    for (const body of fc.sample(bodies(endpoint, known), { numRuns: count, seed })) {
      const text = JSON.stringify(signed(body)) ?? '';
      const told = await town.askRaw(endpoint.name, text, token);
      if (told.status === 401 && bearer.again) token = await bearer.again();
      if (told.ok) accepted[endpoint.name] = (accepted[endpoint.name] ?? 0) + 1;
      const wrong = complaintOf(told);
      if (wrong !== undefined) complaints.push(`${endpoint.name} ${wrong} ${text.slice(0, 300)}`);
    }
  }
  return { inputs: count * endpoints.length, accepted, complaints: [...complaints, ...town.faults] };
}

/** Undefined when an answer is of the form that clients rely on and no fault. */
export function complaintOf({ ok, value, status, failure }: Answered): string | undefined {
  if (ok) return status === 200 && value !== undefined ? undefined : `ok with ${status}`;
  if (!failure) return 'no failure and no value';
  const entry = Object.entries(failures).find(([code]) => code === failure.code)?.[1];
  if (failure.code === 'fault' || !entry) return failure.code;
  const isSaid = says(entry.zh, failure.zh) && says(entry.en, failure.en);
  return isSaid && entry.status === status ? undefined : 'other texts';
}

/** Who may call an endpoint. A rider whose session was ended by what they were made to do signs in anew. */
async function tokenFor(town: Town, { access }: Endpoint, person: number): Promise<Bearer> {
  if (access.who === 'anyone' || access.who === 'partner') return { token: undefined };
  if (access.who === 'device') return { token: await (await openDevice(town)).signIn() };
  if (access.who === 'official') return { token: officialToken(town, access.roles) };
  if (access.who === 'staff') return { token: staffToken(town, access.roles[0] ?? 'crew', ['420100-bus-e1-01']) };
  const again = async () => (await signIn(town, person)).accessToken;
  return { token: (await enrolled(town, person)).accessToken, again };
}

/** What goes over the wire: a partner system's request is signed, every other body is itself. */
async function signerFor(town: Town, { access, name }: Endpoint): Promise<(body: unknown) => unknown> {
  if (access.who !== 'partner') return (body) => body;
  const partner = await openPartner(town, access.kinds[0] ?? 'platform');
  return (body) => partner.request(name, body);
}

interface Bearer {
  readonly token: string | undefined;
  readonly again?: () => Promise<string>;
}

async function knownOf(town: Town): Promise<Known> {
  const now = town.needs.clock.now();
  const newIds = Array.from({ length: 40 }, () => newId(now, town.needs.chance.bytes));
  // Of a venue whose code no other endpoint is asked to stop.
  const code = town.posters.codeOf('420100-metro-jinghe');
  const { refreshToken } = await signIn(town, 0);
  return {
    city: ['420100', '420200', '999999'],
    code: [code, code, code?.slice(0, -1), town.codes.issue('city-00000001')],
    venueId: ['420100-bus-e1-01', '420100-bus-e1-02', '420200-taxi-0001', 'nowhere'],
    'venueIds[]': ['420100-bus-e1-01', '420100-metro-jinghe', '420200-taxi-0001'],
    scanId: [...newIds, newId(now - 1_000, town.needs.chance.bytes)],
    refusalId: newIds,
    scannedAt: [now, now, now, 0],
    sentAt: [now, now, now + 60_000],
    day: ['2022-06-09', '2022-02-31'],
    from: ['2022-06-01'],
    to: ['2022-06-02'],
    before: ['2022-06-09', '0000-01-01', '9999-12-31'],
    after: ['420100-bus-e1-01', 'WyJhIl0', 'e30', 'bnVsbA', 'W10', Buffer.from('["a",{}]').toString('base64url')],
    csv: ['id,mode,kind', 'id,mode,kind,name_zh,name_en,line_id,line_zh,line_en,plate,lat,lng,demonstration\n"a,'],
    refreshToken: [refreshToken, 'x'.repeat(40)],
    address: ['someone@bureau.example', 'a@b\r\nBcc: c@d.example'],
    provider: ['web'],
    limit: [1, 5],
    cardId: newIds.slice(0, 1),
    party: [1, 2],
    version: [consentVersion],
  };
}

/** Whether these are the words of the catalogue, with the time of day where they say until when. */
const says = (text: string, told: unknown): boolean =>
  typeof told === 'string' &&
  text.replaceAll('{until}', '') === told.replace(text.includes('{until}') ? /\d\d:\d\d/g : /$^/, '');
