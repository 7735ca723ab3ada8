import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { confirmRider } from '@tongcheng/cloudfunctions/app/identity/confirm-rider';
import { createFirstOfficials } from '@tongcheng/cloudfunctions/app/oversight/first-officials';
import { importCity } from '@tongcheng/cloudfunctions/app/venues/import/import-city';
import { work } from '@tongcheng/cloudfunctions/functions/daily-report';
import type { Answer } from '@tongcheng/shared/client';
import { consentVersion } from '@tongcheng/shared/identity/consent';
import { generateSync } from 'otplib';
import * as z from 'zod';
import { readPosters } from '../../host/city/posters';
import { staffAt } from '../world/callers';
import { queuedScan, scanInput } from '../world/scan-input';
import { documentsOf } from './documents-of';
import { familyRecord, queueScan, rememberLine, rememberVenue, signScan } from './phone-parts';
import { firstMorning, people, sampleTown, secondMorning } from './sample-town';

/** The files of a set of samples by their names, and what they hold. */
export type SampleSet = Readonly<Record<string, string>>;

type Given<A> = A extends { readonly ok: true; readonly value: infer V } ? V : never;
/** The value of an answer that must be one. */
export const given = <A extends Answer<never> | { readonly ok: boolean }>(answer: A): Given<A> => {
  if (isGiven(answer)) return answer.value;
  throw new Error(`a sample was refused: ${JSON.stringify(answer)}`);
};
const isGiven = <A>(answer: A): answer is A & { readonly ok: true; readonly value: Given<A> } =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true;

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
const file = (...parts: readonly string[]) => readFileSync(join('cities', '420100', ...parts), 'utf8');
/** A second city, whose file names no capabilities and makes none of the choices that a file may leave out: then not everything that the first has is relied on. */
const withoutChoices = (settings: string) => {
  const all = z.record(z.string(), z.unknown()).parse(JSON.parse(settings));
  const { capabilities: _none, place: _place, placeSets: _sets, ...rest } = all;
  return json({ ...rest, city: '420200' });
};
const head = (text: string, rows: number) =>
  text
    .split('\n')
    .slice(0, rows + 1)
    .join('\n');
const claimOf = (index: number) => {
  const person = people[index];
  if (!person) throw new Error('no such person');
  const { name, documentKind, documentNumber, phone } = person;
  return { name, documentKind, documentNumber, phone };
};

/**
 * What this release keeps anywhere, made by a small life of two days through its own endpoints: documents of every collection with
 * their seals, tokens of each kind of caller, what a phone and a console keep, the files of a city and of a report.
 */
export async function makeSet(): Promise<SampleSet> {
  const folder = mkdtempSync(join(tmpdir(), 'tongcheng-samples-'));
  const town = await sampleTown(folder, firstMorning);
  const settings = file('settings.json');
  const venues = [head(file('venues', 'buses.csv'), 4), head(file('venues', 'metro-stations.csv'), 2)];
  await importCity(town.needs, settings, venues);
  await importCity(town.needs, withoutChoices(settings), []);
  const [chief] = await createFirstOfficials(town.needs, ['420100'], async () => undefined);
  if (!chief) throw new Error('there is a first official');
  const posters = await readPosters(town.needs, '420100');
  const listed = given(await town.as(undefined).call('venues.get-city', { city: '420100' }));
  const kept = new Map<string, string>([['tc.preferences', JSON.stringify({ language: 'zh', elder: true })]]);
  const { rider, records, city } = town.phone(kept);
  await city.ensure();
  given(await rider.call('identity.consent', { version: consentVersion, sensitive: true }));
  given(await rider.call('identity.verify-identity', claimOf(0)));
  const [card] = people[0]?.cards ?? [];
  if (card) await rider.call('cards.bind-card', { kind: card.kind, number: card.number });
  const family = given(await rider.call('identity.add-member', { ...claimOf(1), relation: 'parent', consent: true }));
  const [member] = family.members;
  // Another member whose consent a desk has heard.
  const others = given(await rider.call('identity.add-member', { ...claimOf(2), relation: 'parent', consent: true }));
  const { phone: _phone, ...document } = claimOf(2);
  const shown = others.members.find(({ memberId }) => memberId !== member?.memberId);
  const typed = { ...document, code: shown?.code ?? '' };
  const heard = await confirmRider(town.needs, { ...staffAt('bus1'), role: 'desk' }, typed);
  if (!heard.ok) throw new Error(`the desk refused: ${heard.failure.code}`);
  if (!member) throw new Error('a member was added');
  records.write(familyRecord, {
    members: [{ memberId: member.memberId, maskedName: member.maskedName }],
    chosen: [],
    withoutMe: false,
  });
  const venueIds = (await documentsOf(town.needs.store)).venues?.map(({ _id }) => _id) ?? [];
  const [bus = ''] = venueIds.filter((id) => id.includes('bus'));
  const code = posters.codeOf(bus) ?? '';
  const scanNow = () => scanInput(code, town.clock.now(), town.needs.chance.bytes);
  const first = given(await rider.call('rides.record-scan', scanNow()));
  town.pass(60_000);
  given(await rider.call('rides.record-scan', { ...scanNow(), memberId: member.memberId }));
  town.pass(1_200_000);
  given(await rider.call('rides.record-scan', scanNow()));
  rememberVenue(records, code, first.venue, town.clock.now());
  const { lineId, city: of } = first.venue;
  if (lineId !== undefined)
    rememberLine(records, given(await rider.call('venues.line-book', { city: of, lineId })), town.clock.now());
  town.set(secondMorning);
  await work(town.needs);
  given(await rider.call('identity.update-eligibility', {}));
  const { scanId, scannedAt } = scanNow();
  queueScan(records, signScan(records, queuedScan(scannedAt, { scanId, code, venue: first.venue })));
  const totp = generateSync({ secret: chief.totpSecret, epoch: Math.floor(town.clock.now() / 1_000) });
  const anyone = town.as(undefined);
  const official = given(
    await anyone.call('oversight.sign-in-official', { login: chief.login, password: chief.password, totp }),
  );
  const invited = { city: '420100', role: 'crew' as const, venueIds: [bus], validHours: 24 };
  const { invitation } = given(await town.as(official.accessToken).call('oversight.create-invitation', invited));
  const staff = given(await anyone.call('oversight.accept-invitation', { invitation, displayName: '演示司机' }));
  const appointment = { roles: ['bureau' as const], cities: ['420100'], provinces: [] };
  const change = { kind: 'add' as const, login: 'newcomer', name: '演示新人', appointment };
  const proposal = { change, reason: '新同事' };
  given(await town.as(official.accessToken).call('oversight.propose-official-change', proposal));
  if (town.faults.length > 0) throw new Error(town.faults.join('\n'));
  const documents = await documentsOf(town.needs.store);
  await town.needs.store.close();
  const objects = filesOf(join(folder, 'data'), /objects|files|reports/);
  rmSync(folder, { recursive: true, force: true });
  return {
    'documents.json': json(documents),
    'phone.json': json(Object.fromEntries([...kept].sort())),
    'console.json': json({ official, staff }),
    'code.json': json({ code, venueId: bus, city: listed.city }),
    'settings.json': settings,
    'venues.csv': venues[0] ?? '',
    ...objects,
  };
}

/** Reports and whatever else is kept as a file, in base 64. */
const filesOf = (folder: string, wanted: RegExp): SampleSet =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => wanted.test(relative(folder, path)) && !/\.sqlite|\.db/.test(path))
      .map((path) => [`objects/${relative(folder, path)}`, readFileSync(path).toString('base64')]),
  );
