import { finishCheck } from '@tongcheng/cloudfunctions/app/passes/finish-check';
import { getStatusList } from '@tongcheng/cloudfunctions/app/passes/get-status-list';
import { getTrustList } from '@tongcheng/cloudfunctions/app/passes/get-trust-list';
import { revokePass } from '@tongcheng/cloudfunctions/app/passes/revoke-pass';
import { signDemonstrationPass } from '@tongcheng/cloudfunctions/app/passes/sign-demonstration-pass';
import { cities } from '@tongcheng/cloudfunctions/app/venues/records';
import { verifyByNode } from '@tongcheng/host/device/verify-by-node';
import { type Certificate, readCertificate } from '@tongcheng/shared/credentials/certificate';
import { commitmentOf } from '@tongcheng/shared/credentials/commitment';
import { keyIdOf, publicKeyText, readPublicKeyText } from '@tongcheng/shared/credentials/public-key';
import { readMessage } from '@tongcheng/shared/credentials/signed-message';
import { type TrustList, takeTrustList } from '@tongcheng/shared/credentials/trust-list';
import { dayMs, hourMs, minuteMs } from '@tongcheng/shared/time';
import { newSigner } from '../credentials/keys';
import { anyoneAt } from '../world/callers';
import { enrolled, type FamilyTown } from '../world/family-town';
import { answered, refusalOf } from '../world/rider';
import { begun, checked, holderKey, openPassTown, residents } from './pass-town';

jest.setTimeout(60_000);

let town: FamilyTown;
beforeEach(async () => {
  town = await openPassTown('certificates of passes');
});
afterEach(() => town.close());

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'base64url'));
const anyone = anyoneAt('10.0.0.9');

async function trustList(held?: TrustList): Promise<TrustList> {
  const { list = '', rootKey } = answered(await getTrustList(town.needs, anyone, {}));
  const root = readPublicKeyText(rootKey);
  if (!root) throw new Error('no root key');
  const taken = await takeTrustList({ bytes: bytes(list), root, held, now: town.needs.clock.now() }, verifyByNode);
  if (!taken.ok) throw new Error(`not taken: ${taken.refusal}`);
  return taken.list;
}

/** The key of the list by which a certificate was signed. */
async function signedBy(certificate: string, list: TrustList) {
  const message = readMessage(bytes(certificate));
  if (!message) throw new Error('no message');
  for (const trusted of list.keys)
    if (await verifyByNode(trusted.key, message.signed, message.signature)) return trusted;
  return undefined;
}

const read = (certificate: string): Certificate => {
  const found = readCertificate(bytes(certificate));
  if (!found) throw new Error('no certificate');
  return found;
};

describe('X-02 the certificate of a pass', () => {
  it('binds the phone’s key to a masked person for half an hour, and is signed by a key of the trust list', async () => {
    const rider = await enrolled(town, 0, residents[0]);
    const signer = newSigner();
    const { check, checkId } = await begun(town, rider);
    town.needs.services.faces.see(checkId, 'the-person');
    const input = { check, holderKey: publicKeyText(signer.key) };
    const signed = answered(await finishCheck(town.needs, rider, input));
    const certificate = read(signed.certificate);
    expect(certificate).toMatchObject({
      ...{ kind: 'temporary-identity', passId: signed.pass.passId, demonstration: false },
      ...{ name: '演**', numberEnd: residents[0].documentNumber.slice(-4) },
    });
    expect(Buffer.from(keyIdOf(certificate.holder))).toEqual(Buffer.from(keyIdOf(signer.key)));
    expect(certificate.expiresAt - certificate.issuedAt).toBe(30 * minuteMs);
    const { name, documentNumber } = residents[0];
    const commitment = commitmentOf(bytes(signed.opening), name, documentNumber);
    expect(Buffer.from(certificate.commitment)).toEqual(Buffer.from(commitment));
    const trusted = await signedBy(signed.certificate, await trustList());
    expect(trusted).toMatchObject({ use: 'certificates', city: '110000', demonstration: false });
  });

  it('of a phone whose browser has no Ed25519 is over a key of P-256', async () => {
    const rider = await enrolled(town, 0, residents[0]);
    const { check, checkId } = await begun(town, rider);
    town.needs.services.faces.see(checkId, 'the-person');
    const key = publicKeyText(newSigner('es256').key);
    const { certificate } = answered(await finishCheck(town.needs, rider, { check, holderKey: key }));
    expect(read(certificate).holder.suite).toBe('es256');
  });

  it('commits with other chance each time, so that two photographs of codes cannot be compared', async () => {
    const rider = await enrolled(town, 0, residents[0]);
    const [one, other] = [answered(await checked(town, rider)), answered(await checked(town, rider))];
    expect(one.opening).not.toBe(other.opening);
    expect(read(one.certificate).statusIndex).toBe(read(other.certificate).statusIndex);
  });
});

describe('X-19 a demonstration pass', () => {
  it('says so inside and is signed by a key that the trust list names as one', async () => {
    const signed = answered(
      await signDemonstrationPass(town.needs, anyone, { city: '110000', holderKey: holderKey() }),
    );
    expect(read(signed.certificate)).toMatchObject({ demonstration: true, name: '演**', numberEnd: '0000' });
    expect(await signedBy(signed.certificate, await trustList())).toMatchObject({ demonstration: true });
    const refused = await signDemonstrationPass(town.needs, anyone, { city: '110000', holderKey: 'sm2.AAAA' });
    expect(refusalOf(refused)).toBe('pass-key-refused');
    const elsewhere = await signDemonstrationPass(town.needs, anyone, { city: '420100', holderKey: holderKey() });
    expect(refusalOf(elsewhere)).toBe('capability-absent');
  });
});

describe('the trust list', () => {
  it('has the same bytes for an hour, and is not sent to whoever holds it', async () => {
    const first = answered(await getTrustList(town.needs, anyone, {}));
    expect(answered(await getTrustList(town.needs, anyone, { held: first.tag }))).toEqual({
      tag: first.tag,
      rootKey: first.rootKey,
    });
    town.needs.clock.pass(hourMs);
    expect(answered(await getTrustList(town.needs, anyone, { held: first.tag })).list).toBeDefined();
  });

  it('goes up in its version only, so that an older one is refused', async () => {
    const older = answered(await getTrustList(town.needs, anyone, {}));
    town.needs.clock.pass(2 * hourMs);
    const held = await trustList();
    const root = readPublicKeyText(older.rootKey);
    if (!root) throw new Error('no root key');
    const offer = { bytes: bytes(older.list ?? ''), root, held, now: town.needs.clock.now() };
    expect(await takeTrustList(offer, verifyByNode)).toEqual({ ok: false, refusal: 'rolled-back' });
  });

  it('knows the keys of the next month a week before they sign, so that a validator’s oldest list has them', async () => {
    town.needs.clock.set(Date.parse('2026-12-25T00:00:00+08:00'));
    const oldest = await trustList();
    town.needs.clock.set(Date.parse('2027-01-01T00:00:00+08:00'));
    const rider = await enrolled(town, 0, residents[0]);
    const { certificate } = answered(await checked(town, rider));
    expect(await signedBy(certificate, oldest)).toMatchObject({ demonstration: false });
  });

  it('drops every key of a city whose generation was counted up', async () => {
    const rider = await enrolled(town, 0, residents[0]);
    const { certificate } = answered(await checked(town, rider));
    const held = await town.store.get(cities, '110000');
    if (!held) throw new Error('no city');
    const { _v, ...record } = held;
    const capabilities = { city: {}, passes: { counters: [], keyGeneration: 2 } };
    await town.store.update(cities, { ...record, settings: { ...record.settings, capabilities } }, _v);
    expect(await signedBy(certificate, await trustList())).toBeUndefined();
  });
});

describe('the status list', () => {
  const list = async (held?: string) =>
    answered(await getStatusList(town.needs, anyone, { city: '110000', ...(held !== undefined && { held }) }));

  it('changes at once when a pass is revoked, and is not sent to whoever holds it', async () => {
    const rider = await enrolled(town, 0, residents[0]);
    const { pass } = answered(await checked(town, rider));
    const before = await list();
    expect((await list(before.tag)).list).toBeUndefined();
    answered(await revokePass(town.needs, rider, { city: '110000', passId: pass.passId }));
    const after = await list(before.tag);
    expect(after.list).toBeDefined();
    town.needs.clock.pass(minuteMs);
    expect((await list(after.tag)).list).toBeDefined();
    expect(refusalOf(await getStatusList(town.needs, anyone, { city: '420100' }))).toBe('capability-absent');
  });

  it('a revoked pass is shown no more, stays counted, and a new one may be had', async () => {
    const rider = await enrolled(town, 0, residents[0]);
    const { pass } = answered(await checked(town, rider));
    answered(await revokePass(town.needs, rider, { city: '110000', passId: pass.passId }));
    expect(refusalOf(await checked(town, rider, { wants: 'show' }))).toBe('pass-absent');
    expect(answered(await checked(town, rider)).pass.passId).not.toBe(pass.passId);
    town.needs.clock.pass(dayMs);
  });
});
