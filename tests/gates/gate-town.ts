import { createCipheriv, createHmac, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { makeCardSets } from '@tongcheng/cloudfunctions/app/gates/make-card-sets';
import { setSigner } from '@tongcheng/cloudfunctions/app/gates/server-keys';
import { ownCryptography } from '@tongcheng/cloudfunctions/app/gates/set-files';
import { cardSets } from '@tongcheng/cloudfunctions/app/gates/set-record';
import { cities } from '@tongcheng/cloudfunctions/app/venues/records';
import { ServiceUnavailable } from '@tongcheng/cloudfunctions/ports/service-unavailable';
import type { FollowedStatus, StatusFeed } from '@tongcheng/cloudfunctions/ports/status-feed';
import { cardHash, cardTokenText } from '@tongcheng/shared/gates/card-hash';
import type { HeldSet } from '@tongcheng/shared/gates/held-set';
import { takeDelta, takingSnapshot } from '@tongcheng/shared/gates/take-set-file';
import { tapSealContext, tapSealText, tapsText } from '@tongcheng/shared/gates/taps-text';
import { newId } from '@tongcheng/shared/ids';
import { dayMs, hourMs, type Instant } from '@tongcheng/shared/time';
import { GateSettings } from '@tongcheng/shared/venues/gate-settings';
import * as z from 'zod';
import { openDevice } from '../world/key-holders';
import { people } from '../world/people';
import { openTown, type Town } from '../world/town';
import { enrolled } from '../world/town-sessions';

export const station = '420100-metro-jinghe';
export const otherStation = '420100-metro-sandian';

const hmac = (key: Uint8Array, text: string | Uint8Array) => createHmac('sha256', key).update(text).digest();

/** A platform whose word a test changes: by document number; green since yesterday, tested three hours ago, unless said otherwise. */
function platformOf(now: () => Instant) {
  const followed = new Map<string, string>();
  const said = new Map<string, Omit<FollowedStatus, 'subject'>>();
  let changed: string[] = [];
  const platform = { away: false, asked: 0 };
  const green = (): Omit<FollowedStatus, 'subject'> => ({
    status: { colour: 'green', issuedAt: now() - dayMs, expiresAt: now() + 2 * dayMs, source: 'demonstration' },
    test: { result: 'negative', takenAt: now() - 3 * hourMs },
  });
  const of = (subject: string): FollowedStatus => {
    const number = followed.get(subject) ?? '';
    const held = said.get(number) ?? green();
    said.set(number, held);
    return { subject, ...held };
  };
  const reached = () => {
    platform.asked += 1;
    if (platform.away) throw new ServiceUnavailable('away');
  };
  const feed: StatusFeed = {
    follow: async (holders) => {
      reached();
      for (const { subject, documentNumber } of holders) followed.set(subject, documentNumber);
      return holders.map(({ subject }) => of(subject));
    },
    leave: async (subjects) => {
      reached();
      for (const each of subjects) followed.delete(each);
    },
    changes: async (after) => {
      reached();
      const all = changed.slice(Number(after ?? changed.length));
      const subjects = [...followed].filter(([, number]) => all.includes(number)).map(([subject]) => subject);
      return { changes: subjects.map(of), next: String(changed.length), more: false, asOf: now() };
    },
  };
  return {
    feed,
    platform,
    followed,
    say(documentNumber: string, status: Omit<FollowedStatus, 'subject'>) {
      said.set(documentNumber, status);
      changed = [...changed, documentNumber];
    },
    green,
    red: (): Omit<FollowedStatus, 'subject'> => ({
      status: { colour: 'red', issuedAt: now(), expiresAt: now() + 2 * dayMs, source: 'demonstration' },
      test: null,
    }),
  };
}

const Keys = z.object({
  epoch: z.string(),
  epochKey: z.string(),
  readerKey: z.string(),
  tapKey: z.object({ publicKey: z.string() }),
});
const bytes = (text: string) => Buffer.from(text, 'base64url');

/** A town whose first city has gates, a platform that follows statuses, and riders with cards. */
export async function openGateTown() {
  const town = await openTown();
  const stored = await town.needs.store.get(cities, '420100');
  if (!stored) throw new Error('no city');
  const { _v, ...record } = stored;
  const capabilities = { ...record.settings.capabilities, gates: GateSettings.parse({}) };
  await town.needs.store.update(cities, { ...record, settings: { ...record.settings, capabilities } }, _v);
  town.pass(6_000);
  const platform = platformOf(() => town.needs.clock.now());
  const make = () => makeCardSets({ ...town.needs, statusFeed: platform.feed });
  const nextMake = async (minutes = 5) => {
    town.pass(minutes * 60_000);
    await make();
  };
  const head = async () => {
    const held = await town.needs.store.get(cardSets, '420100');
    if (!held) throw new Error('no set');
    return held;
  };
  return { ...town, town, platform, make, nextMake, head };
}
export type GateTown = Awaited<ReturnType<typeof openGateTown>>;

/** Cards that the issuer knows, with whose they are. */
export const cardOwners = people.flatMap((person, index) =>
  person.cards.flatMap(({ kind, number, known }) =>
    known ? [{ index, kind, number, documentNumber: person.documentNumber }] : [],
  ),
);

/** A resident with a card that the issuer knows, signed in, their card bound. */
export async function cardHolder(town: Town, order: number) {
  const owner = cardOwners[order];
  if (!owner) throw new Error('no such holder');
  const { accessToken } = await enrolled(town, owner.index);
  const told = await town.ask('cards.bind-card', { kind: owner.kind, number: owner.number }, accessToken);
  const { cardId } = z.object({ cardId: z.string() }).parse(told.value);
  return { ...owner, accessToken, cardId };
}

/** The reader and program of a gate, as far as these tests need one: what it holds, what it makes of a card, what it delivers. */
export async function openGate(opened: GateTown, more: Readonly<Record<string, unknown>> = {}) {
  const { town } = opened;
  const device = await openDevice(town, { venueId: station, ...more });
  let token = await device.signIn();
  const ask = async (name: string, body: unknown = {}) => {
    const told = await town.ask(name, body, token);
    if (told.status !== 401) return told;
    const again = await device.answer(await device.challenge());
    if (!again.ok) return told;
    token = z.object({ accessToken: z.string() }).parse(again.value).accessToken;
    return town.ask(name, body, token);
  };
  const keys = async () => Keys.parse((await ask('gates.get-keys')).value);
  const tokenOf = async (card: { readonly kind: string; readonly number: string }) =>
    hmac(bytes((await keys()).readerKey), cardTokenText(card.kind, card.number));
  const sealed = async (tapId: string, cardToken: Uint8Array) =>
    sealTap((await keys()).tapKey.publicKey, device.deviceId, tapId, cardToken);
  let sequence = 0;
  const tapOf = async (
    card: { readonly kind: string; readonly number: string },
    tap: Readonly<Record<string, unknown>> = {},
    at = town.needs.clock.now(),
  ) => {
    const tapId = newId(at, town.needs.chance.bytes);
    const sealedToken = await sealed(tapId, await tokenOf(card));
    const said = { decision: 'admit', ground: 'met', setVersion: 1, direction: 'entry' };
    return { tapId, kind: card.kind, sealedToken, ...said, ...tap };
  };
  const batchOf = (taps: readonly unknown[], told: Readonly<Record<string, unknown>> = {}) => {
    const text = JSON.stringify({ deviceId: device.deviceId, sequence, venueId: station, taps, counts: [], ...told });
    return { text, signature: device.sign(tapsText(text)) };
  };
  return {
    ...device,
    ask,
    keys,
    tokenOf,
    tapOf,
    batchOf,
    /** The next batch, signed. */
    nextBatch: (taps: readonly unknown[], told: Readonly<Record<string, unknown>> = {}) => {
      sequence += 1;
      return batchOf(taps, told);
    },
    /** The status byte of a card in what the gate holds now, by its own key. */
    statusIn: async (held: HeldSet, card: { readonly kind: string; readonly number: string }) =>
      held.cards.find(cardHash(hmac(bytes((await keys()).epochKey), await tokenOf(card)))),
    /** Fetches and takes what leads from a set to that of now. */
    fetch: (held?: HeldSet) => fetched(opened, ask, held),
  };
}

/** Seals a token as docs/gate-protocol.md says, in code of its own. */
export function sealTap(tapKey: string, deviceId: string, tapId: string, token: Uint8Array): string {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
  const to = createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: tapKey }, format: 'jwk' });
  const shared = diffieHellman({ privateKey, publicKey: to });
  const made = Buffer.from(hkdfSync('sha256', shared, Buffer.concat([raw, bytes(tapKey)]), tapSealContext, 44));
  const cipher = createCipheriv('aes-256-gcm', made.subarray(0, 32), made.subarray(32));
  cipher.setAAD(Buffer.from(tapSealText(deviceId, tapId)));
  return Buffer.concat([raw, cipher.update(token), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

const File = z.object({ version: z.number(), url: z.string(), bytes: z.number(), sha256: z.string() });
const Links = z.object({
  epoch: z.string(),
  version: z.number(),
  snapshot: File,
  deltas: z.array(File.extend({ from: z.number() })),
});

async function fetched(
  { town }: GateTown,
  ask: (name: string, body: unknown) => Promise<{ value?: unknown }>,
  held?: HeldSet,
) {
  const has = held ? { epoch: held.header.epoch, version: held.header.version } : {};
  const links = Links.parse((await ask('gates.get-set', has)).value);
  const read = async (url: string) => {
    const opened = town.needs.objects.openLink?.(new URL(url).pathname + new URL(url).search);
    if (!opened) throw new Error('the link does not open');
    return buffer(await town.needs.objects.get(opened.key));
  };
  const signer = await setSigner(town.needs.keys, '420100');
  const taking = { city: '420100', now: town.needs.clock.now(), ...ownCryptography(signer) };
  const isNext = held?.header.epoch === links.epoch && (links.deltas[0]?.from ?? links.version) === held.header.version;
  let set = isNext ? held : undefined;
  if (!set) {
    const taken = takingSnapshot(taking, held);
    taken.take(await read(links.snapshot.url));
    const end = taken.end();
    if (typeof end === 'string') throw new Error(`the snapshot is ${end}`);
    set = end;
  }
  for (const delta of links.deltas) {
    if (delta.from < set.header.version) continue;
    const next = takeDelta(taking, set, await read(delta.url));
    if (typeof next === 'string') throw new Error(`the delta is ${next}`);
    set = next;
  }
  return { held: set, links };
}
