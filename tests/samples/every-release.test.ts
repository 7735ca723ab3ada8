import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { work } from '@tongcheng/cloudfunctions/functions/daily-report';
import { fillAdded } from '@tongcheng/shared/added-fields';
import { dayOf } from '@tongcheng/shared/time';
import * as z from 'zod';
import { addedIn, documentsOf, putDocuments } from './documents-of';
import { given, makeSet, type SampleSet } from './make-set';
import { deliverScans, knownVenue, phoneRecords } from './phone-parts';
import { firstMorning, sampleTown, secondMorning } from './sample-town';
import { missingIn, shapeOf } from './shape';

jest.setTimeout(180_000);

const releases = readdirSync(__dirname).filter((name) => /^\d+\.\d+\.\d+$/.test(name));
const textOf = (set: string, name: string) => readFileSync(join(__dirname, set, name), 'utf8');
const Documents = z.record(z.string(), z.array(z.looseObject({ _id: z.string() })));
const Phone = z.record(z.string(), z.string());
const Kept = z.object({ refreshToken: z.string(), accessToken: z.string() });
const phoneValues = (text: string) =>
  Object.fromEntries(Object.entries(Phone.parse(JSON.parse(text))).map(([key, kept]) => [key, JSON.parse(kept)]));

/** An installation of today over what a release left behind, a minute after. */
async function openedFrom(set: string) {
  const folder = mkdtempSync(join(tmpdir(), 'tongcheng-release-'));
  for (const name of readdirSync(join(__dirname, set), { recursive: true, encoding: 'utf8' }))
    if (/^objects.+\.\w+$/.test(name)) {
      const to = join(folder, 'data', name.slice('objects/'.length));
      mkdirSync(dirname(to), { recursive: true });
      writeFileSync(to, Buffer.from(textOf(set, name), 'base64'));
    }
  const town = await sampleTown(folder, secondMorning + 60_000);
  await putDocuments(town.needs.store, Documents.parse(JSON.parse(textOf(set, 'documents.json'))));
  const close = async () => {
    await town.needs.store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...town, close };
}

describe.each(releases)('what release %s left behind', (release) => {
  it('serves its riders: tokens hold and renew, kept scans are delivered, history and family show', async () => {
    const town = await openedFrom(release);
    const kept = new Map(Object.entries(Phone.parse(JSON.parse(textOf(release, 'phone.json')))));
    const { rider, records } = town.phone(kept);
    const { records: memory } = town.phone(new Map());
    const before = kept.get('tc.session');
    const rides = async () =>
      JSON.stringify(given(await rider.call('rides.history', { city: '420100', days: 3 }))).match(/"scanId"/g)
        ?.length ?? 0;
    const had = await rides();
    expect(had).toBeGreaterThan(0);
    expect(kept.get('tc.session')).toBe(before);
    const { code } = z.object({ code: z.string() }).parse(JSON.parse(textOf(release, 'code.json')));
    expect(knownVenue(records, code, town.clock.now())).toBeDefined();
    const clock = { now: town.clock.now, offsetMs: () => 0, correct: () => undefined };
    expect(await deliverScans({ records, memory, rider, clock, withLock: (_name, run) => run() })).toBe(0);
    expect(phoneValues(JSON.stringify(Object.fromEntries(kept)))['tc.scans']).toMatchObject({
      waiting: [],
      refused: [],
    });
    town.pass(660_000);
    expect(await rides()).toBeGreaterThan(had);
    expect(kept.get('tc.session')).not.toBe(before);
    expect(JSON.parse(kept.get('tc.session') ?? '')).toMatchObject({
      session: {
        account: { authenticated: true, standing: { identity: true, status: { source: expect.any(String) } } },
      },
    });
    expect(given(await rider.call('identity.list-family', {}))).toMatchObject({ members: [{ relation: 'parent' }] });
    expect(town.faults).toEqual([]);
    await town.close();
  });

  it('serves its staff and officials, and forms the reports of its scans', async () => {
    const town = await openedFrom(release);
    const { official, staff } = z
      .object({ official: Kept, staff: Kept })
      .parse(JSON.parse(textOf(release, 'console.json')));
    given(
      await town
        .as(official.accessToken)
        .call('reports.list-reports', { city: '420100', from: dayOf(firstMorning), to: dayOf(secondMorning) }),
    );
    const anyone = town.as(undefined);
    given(await anyone.call('oversight.refresh-staff', { refreshToken: staff.refreshToken }));
    const renewed = Kept.parse(
      given(await anyone.call('oversight.refresh-official', { refreshToken: official.refreshToken })),
    );
    const reports = async () => (await documentsOf(town.needs.store)).reports?.length ?? 0;
    const had = await reports();
    expect(had).toBeGreaterThan(0);
    town.set(secondMorning + 86_400_000);
    await work(town.needs);
    expect(await reports()).toBeGreaterThan(had);
    expect(JSON.stringify(await documentsOf(town.needs.store))).toContain(dayOf(secondMorning));
    expect(renewed.accessToken).not.toBe('');
    expect(town.faults).toEqual([]);
    await town.close();
  });
});

describe('a record can change', () => {
  let made: SampleSet;
  beforeAll(async () => {
    made = await makeSet();
  });

  it.each(releases)(
    'every field that this release relies on is declared for documents and phone records of %s',
    (release) => {
      const [was, is] = [textOf(release, 'documents.json'), made['documents.json'] ?? ''].map((text) =>
        Documents.parse(JSON.parse(text)),
      );
      const documents = Object.keys(was ?? {}).flatMap((name) =>
        missingIn(fillAdded(was?.[name] ?? [], inEach(addedIn(name))), is?.[name] ?? [], name),
      );
      const [kept, now] = [textOf(release, 'phone.json'), made['phone.json'] ?? ''].map(phoneValues);
      const records = phoneRecords.flatMap(({ key, added }) =>
        missingIn([fillAdded(kept?.[key], added)], [now?.[key]], key),
      );
      // Named here: declare it with `added`, or make it optional and say what its absence means (docs/changing-a-record.md).
      expect([...documents, ...records]).toEqual([]);
    },
  );

  it('the set of the code as it is has its shape: npm run samples', () => {
    const fields = (documents: string, phone: string) => [
      ...Object.entries(Documents.parse(JSON.parse(documents))).flatMap(([name, all]) => [...shapeOf(all, name)]),
      ...Object.entries(phoneValues(phone)).flatMap(([key, value]) => [...shapeOf([value], key)]),
    ];
    const kept = fields(textOf('next', 'documents.json'), textOf('next', 'phone.json'));
    expect(fields(made['documents.json'] ?? '', made['phone.json'] ?? '').sort()).toEqual(kept.sort());
  });

  it('every release has its set', () => {
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync('package.json', 'utf8')));
    expect(existsSync(join(__dirname, version, 'documents.json')) ? version : `npm run samples -- ${version}`).toBe(
      version,
    );
  });
});

const inEach = (added: Readonly<Record<string, unknown>> | undefined) =>
  added && Object.fromEntries(Object.entries(added).map(([path, value]) => [`*.${path}`, value]));
