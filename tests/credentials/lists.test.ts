import { deflateSync, inflateSync } from 'node:zlib';
import { verifyByNode } from '@tongcheng/host/device/verify-by-node';
import { writeCbor } from '@tongcheng/shared/credentials/cbor';
import { keyIdOf } from '@tongcheng/shared/credentials/public-key';
import { readMessage } from '@tongcheng/shared/credentials/signed-message';
import { emptyStatuses, isRevoked, setRevoked, statusListSize } from '@tongcheng/shared/credentials/status-bits';
import {
  type Inflate,
  type StatusList,
  signStatusList,
  statusListType,
  takeStatusList,
} from '@tongcheng/shared/credentials/status-list';
import { keysNamed, signTrustList, takeTrustList } from '@tongcheng/shared/credentials/trust-list';
import { dayMs, hourMs, minuteMs } from '@tongcheng/shared/time';
import { morning, newSigner, statusListUrl, trusted, trustListOf } from './keys';

const root = newSigner();
const issuer = newSigner();
const statusSigner = newSigner();
const keys = [
  trusted(issuer.key),
  trusted(newSigner('es256').key, { demonstration: true, kinds: ['ticket', 'city-ride'] }),
];
const list = trustListOf([...keys, trusted(statusSigner.key, { use: 'status-list' })]);

const take = async (offered: Parameters<typeof signTrustList>[0], held?: typeof list, now = morning, by = root) => {
  const taken = await takeTrustList(
    { bytes: await signTrustList(offered, by), root: root.key, held, now },
    verifyByNode,
  );
  return taken.ok ? taken.list.version : taken.refusal;
};

test('X-02 a validator takes the list that the root signed, with all of its keys', async () => {
  const bytes = await signTrustList(list, root);
  const taken = await takeTrustList({ bytes, root: root.key, held: undefined, now: morning }, verifyByNode);
  const kinds = keys.map((key) => ({ ...key, kinds: [...key.kinds].sort() }));
  expect(taken.ok && taken.list.keys.slice(0, 2).map((key) => ({ ...key, kinds: [...key.kinds].sort() }))).toEqual(
    kinds,
  );
  expect(taken.ok && taken.list.version).toBe(7);
});

test('X-02 an older list is never taken again, whoever signed it', async () => {
  expect(await take(list, list)).toBe(7);
  expect(await take({ ...list, version: 8 }, list)).toBe(8);
  expect(await take({ ...list, version: 6 }, list)).toBe('rolled-back');
  expect(await take({ ...list, version: 9, issuedAt: list.issuedAt - hourMs }, list)).toBe('rolled-back');
});

test('X-02 a list ends, and none is taken that somebody else signed', async () => {
  expect(await take(list, undefined, list.expiresAt - 1)).toBe(7);
  expect(await take(list, undefined, list.expiresAt)).toBe('expired');
  expect(await take({ ...list, issuedAt: morning + minuteMs }, undefined)).toBe('from-the-future');
  expect(await take(list, undefined, morning, issuer)).toBe('not-by-the-root');
  const bytes = Uint8Array.from(await signTrustList(list, root));
  bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1;
  const offer = { root: root.key, held: undefined, now: morning };
  expect(await takeTrustList({ ...offer, bytes }, verifyByNode)).toMatchObject({ refusal: 'not-by-the-root' });
  expect(await takeTrustList({ ...offer, bytes: writeCbor('list') }, verifyByNode)).toMatchObject({
    refusal: 'not-a-list',
  });
});

test('X-02 a short name chooses among the keys of one use', () => {
  expect(keysNamed(list, 'certificates', keyIdOf(issuer.key))).toEqual([keys[0]]);
  expect(keysNamed(list, 'status-list', keyIdOf(issuer.key))).toEqual([]);
});

const inflate: Inflate = (bytes, length) => {
  try {
    const whole = inflateSync(bytes, { maxOutputLength: length });
    return whole.length === length ? whole : undefined;
  } catch {
    return undefined;
  }
};

const statuses = emptyStatuses();
for (const index of [0, 8, 712_345, statusListSize - 1]) setRevoked(statuses, index);
const statusList: StatusList = {
  url: statusListUrl,
  issuedAt: morning,
  expiresAt: morning + dayMs,
  timeToLiveMs: 5 * minuteMs,
  statuses,
};

async function takeStatuses(offered: StatusList, by = statusSigner, held?: StatusList, url = statusListUrl) {
  const bytes = await signStatusList(offered, by, deflateSync);
  return takeStatusList({ bytes, url, trustList: list, held }, verifyByNode, inflate);
}

test('X-02 the status list tells who was revoked, and comes whole', async () => {
  const taken = await takeStatuses(statusList);
  expect(taken && { ...taken, statuses: Buffer.from(taken.statuses).equals(statuses) }).toEqual({
    ...statusList,
    statuses: true,
  });
  const revoked = [0, 1, 7, 8, 712_344, 712_345, statusListSize - 1, statusListSize].filter((index) =>
    isRevoked(statuses, index),
  );
  expect(revoked).toEqual([0, 8, 712_345, statusListSize - 1, statusListSize]);
  expect(() => setRevoked(statuses, statusListSize)).toThrow(RangeError);
});

test('X-02 a status list is of its place, of a status key, and never an older one', async () => {
  expect(await takeStatuses(statusList, issuer)).toBeUndefined();
  expect(await takeStatuses(statusList, newSigner())).toBeUndefined();
  expect(await takeStatuses({ ...statusList, url: 'https://example.com/other' })).toBeUndefined();
  expect(await takeStatuses(statusList, statusSigner, { ...statusList, issuedAt: morning + 1_000 })).toBeUndefined();
  expect(await takeStatuses({ ...statusList, statuses: new Uint8Array(5) })).toBeUndefined();
  expect(await takeStatuses({ ...statusList, statuses: new Uint8Array(statusListSize) })).toBeUndefined();
});

/** The example of the draft (draft-ietf-oauth-status-list, 4.1): sixteen tokens of one bit. */
test('X-02 bits stand as in the Token Status List', () => {
  const example = [1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1];
  const bits = new Uint8Array(2);
  for (const [index, bit] of example.entries()) if (bit) setRevoked(bits, index);
  expect(Buffer.from(bits).toString('hex')).toBe('b9a3');
  expect(inflateSync(Buffer.from('eNrbuRgAAhcBXQ', 'base64url')).toString('hex')).toBe('b9a3');
});

test('X-02 the list is a token of the IETF’s form', async () => {
  const message = readMessage(await signStatusList(statusList, statusSigner, deflateSync));
  const payload = message?.payload;
  if (!(payload instanceof Map)) throw new Error('no claims');
  expect([...payload.keys()].sort((one, other) => Number(one) - Number(other))).toEqual([2, 4, 6, 65_533, 65_534]);
  expect(payload.get(65_533)).toEqual(
    new Map<string, unknown>([
      ['lst', expect.any(Uint8Array)],
      ['bits', 1],
    ]),
  );
  expect(message?.headers.get(16)).toBe(statusListType);
});
