import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bindCard } from '@tongcheng/cloudfunctions/app/cards/bind-card';
import { consent } from '@tongcheng/cloudfunctions/app/identity/consent';
import { refresh } from '@tongcheng/cloudfunctions/app/identity/refresh';
import { signIn } from '@tongcheng/cloudfunctions/app/identity/sign-in';
import { updateEligibility } from '@tongcheng/cloudfunctions/app/identity/update-eligibility';
import { verifyIdentity } from '@tongcheng/cloudfunctions/app/identity/verify-identity';
import { recordScan } from '@tongcheng/cloudfunctions/app/rides/record-scan';
import { scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import { cities, venues } from '@tongcheng/cloudfunctions/app/venues/records';
import { route } from '@tongcheng/cloudfunctions/edge/route';
import * as cardsApi from '@tongcheng/shared/cards/api';
import * as api from '@tongcheng/shared/identity/api';
import { consentVersion } from '@tongcheng/shared/identity/consent';
import { citizenCheck } from '@tongcheng/shared/identity/documents/citizen-number';
import { maskDocument, maskPhone } from '@tongcheng/shared/identity/masks';
import * as ridesApi from '@tongcheng/shared/rides/api';
import { aScan } from '../world/callers';
import { standingClock } from '../world/clock';
import { endpointCaller, textOf } from '../world/endpoint-caller';
import { postedCodes, rideInstanceOver, townSettings } from '../world/installation';
import { ownStore } from '../world/instance';
import { leaksIn, spellingsOf } from '../world/leaks';
import { places } from '../world/places';
import { aCity } from '../world/records';
import { wang } from '../world/rider';

const place = ownStore();
const riders = 12;
let town: Awaited<ReturnType<typeof openTown>>;

beforeAll(async () => {
  town = await openTown();
  for (let order = 0; order < riders; order += 1) await live(personOf(order));
}, 60_000);
afterAll(async () => {
  await town.services.close();
  place.close();
});

/** The identity, cards and rides rooms of one instance behind one edge, over real services. */
async function openTown() {
  const { needs } = await rideInstanceOver(place.store, standingClock(), 'at rest');
  const { store, clock, keys, services } = needs;
  await services.open();
  await store.insert(cities, aCity(townSettings));
  await store.insertMany(venues, Object.values(places));
  const codeOf = await postedCodes(keys);
  const calls = endpointCaller(needs, [
    route(api.signIn, signIn),
    route(api.consent, consent),
    route(api.verifyIdentity, verifyIdentity),
    route(api.updateEligibility, updateEligibility),
    route(api.refresh, refresh),
    route(cardsApi.bindCard, bindCard),
    route(ridesApi.recordScan, recordScan),
  ]);
  return { ...calls, clock, services, codeOf };
}

/** A demonstration person with values that occur nowhere else. */
function personOf(order: number) {
  const digits = `99010619900307${String(730 + order)}`;
  return {
    subject: `planted-subject-${order}-at-the-platform`,
    name: `演示买买提·阿依古丽${'甲乙丙丁戊'.charAt(order % 5)}${'子丑寅卯辰'.charAt(Math.floor(order / 5))}`,
    documentKind: 'resident-id' as const,
    documentNumber: digits + citizenCheck(digits),
    phone: `139${String(46_170_280 + order)}`,
    card: `31048${String(46_170_280_123_400 + order)}`,
    address: `203.0.113.${order + 1}`,
  };
}

/** One rider's whole way: sign in, agree, authenticate, bind a card, scan, renew, ask for the status. */
async function live(person: ReturnType<typeof personOf>): Promise<void> {
  const { subject, name, documentKind, documentNumber, phone, card, address } = person;
  const known = { ...wang, name, documentKind, documentNumber, phone, testDaysAgo: 0 };
  town.services.register.people.set(documentNumber, known);
  town.services.register.cards.set(`t-union:${card}`, 'known');
  const code = town.services.codes.issue(subject);
  const first = await town.value('identity.sign-in', { provider: 'web', code, city: '420100' }, { address });
  let knock = { address, bearer: textOf(first, 'accessToken') };
  await town.value('identity.consent', { version: consentVersion, sensitive: true }, knock);
  const claim = { name, documentKind, documentNumber, phone };
  const session = await town.value('identity.verify-identity', claim, knock);
  knock = { address, bearer: textOf(session, 'accessToken') };
  expect(session).toMatchObject({
    account: { maskedDocument: maskDocument(documentNumber), maskedPhone: maskPhone(phone), maskedName: '演**' },
  });
  expect(leaksInText(JSON.stringify(session), person)).toEqual([]);
  await town.value('cards.bind-card', { kind: 't-union', number: card }, knock);
  await town.value('rides.record-scan', aScan(town, 'bus1', town.clock.now()), knock);
  await town.value('identity.update-eligibility', {}, knock);
  await town.value('identity.refresh', { refreshToken: session.refreshToken }, { address });
}

const secretsOf = ({ subject, name, documentNumber, phone, card, address }: ReturnType<typeof personOf>) => [
  subject,
  name,
  documentNumber,
  phone,
  card,
  address,
];
const leaksInText = (text: string, person: ReturnType<typeof personOf>) =>
  secretsOf(person).filter((secret) => spellingsOf(secret).some(({ bytes }) => Buffer.from(text).includes(bytes)));

const planted = Array.from({ length: riders }, (_, order) => secretsOf(personOf(order))).flat();

describe('what rests', () => {
  it('W-28 W-29 no name, number, phone, card, platform id or address rests readable in any file of the store, whatever the form', async () => {
    const { items } = await place.store.find(scans, { where: { day: '2026-11-21' }, limit: 100 });
    expect(items).toHaveLength(riders);
    expect(town.faults).toEqual([]);
    expect(leaksIn(place.folder, planted)).toEqual([]);
  });

  it('W-28 the scanner sees the store at all: what may rest readable is found', () => {
    expect(leaksIn(place.folder, ['鄂A12345D']).length).toBeGreaterThan(0);
  });

  it.each([
    ['utf-8', (text: string) => Buffer.from(text)],
    ['utf-16 little-endian', (text: string) => Buffer.from(text, 'utf16le')],
    ['utf-16 big-endian', (text: string) => Buffer.from(text, 'utf16le').swap16()],
    ['hexadecimal', (text: string) => Buffer.from(Buffer.from(text).toString('hex'))],
    ['capital hexadecimal', (text: string) => Buffer.from(Buffer.from(text).toString('hex').toUpperCase())],
    ['reversed', (text: string) => Buffer.from([...text].reverse().join(''))],
    ['url-encoded', (text: string) => Buffer.from(`name=${encodeURIComponent(text)}&`)],
    ['json escapes', (text: string) => Buffer.from(`"${escapedJson(text)}"`)],
    ['base 64', (text: string) => Buffer.from(Buffer.from(text).toString('base64'))],
    ['base 64 one byte in', (text: string) => Buffer.from(Buffer.from(`{${text}}`).toString('base64'))],
    ['base 64 two bytes in', (text: string) => Buffer.from(Buffer.from(`{"${text}"`).toString('base64'))],
    ['base 64 for addresses', (text: string) => Buffer.from(Buffer.from(`{"n":"${text}"}`).toString('base64url'))],
  ])('W-28 the scanner finds a planted leak as %s', (_as, spelled) => {
    const folder = mkdtempSync(join(tmpdir(), 'tongcheng-leak-'));
    for (const secret of secretsOf(personOf(7))) {
      const around = Buffer.alloc(5_000, 0x20);
      writeFileSync(join(folder, 'leak.bin'), Buffer.concat([around, spelled(secret), around]));
      expect(leaksIn(folder, planted).some((found) => found.startsWith(`leak.bin: ${secret} as`))).toBe(true);
    }
    rmSync(folder, { recursive: true });
  });
});

const escapedJson = (text: string) =>
  text.replace(/[^ -~]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
