import { everyCollection } from '@tongcheng/cloudfunctions/app/retention/every-collection';
import { exportOwn } from '@tongcheng/cloudfunctions/app/rights/export-own';
import type { ExportPart } from '@tongcheng/cloudfunctions/ports/retention';
import { enrolled, openFamilyTown, person } from '../world/family-town';
import { answered } from '../world/rider';

const parts: Readonly<Record<ExportPart, true>> = {
  person: true,
  accounts: true,
  cards: true,
  family: true,
  rides: true,
  coaches: true,
  regulars: true,
  passes: true,
  appeals: true,
};

/** What a collection says of the export, if it belongs to a rider. */
const exportedOf = ({ belongs }: (typeof everyCollection)[number]) =>
  'exported' in belongs ? belongs.exported : undefined;

test('X-14 every part of a rider’s export is filled by a collection that names it, and the file has every part', async () => {
  const named = new Set(everyCollection.map(exportedOf).filter((part) => typeof part === 'string'));
  expect([...named].sort()).toEqual(Object.keys(parts).sort());
  const town = await openFamilyTown('exported');
  const rider = await enrolled(town, 0);
  const { documentNumber } = person(0);
  const { base64 } = answered(await exportOwn(town.needs, rider, { documentNumber, form: 'json' }));
  const file: unknown = JSON.parse(Buffer.from(base64, 'base64').toString());
  await town.close();
  for (const part of named) expect(file).toHaveProperty(String(part));
});

test('X-14 a collection of a rider that no part shows says why', () => {
  const silent = everyCollection.flatMap((each) => {
    const exported = exportedOf(each);
    return typeof exported === 'object' && exported.not.length < 5 ? [each.name] : [];
  });
  expect(silent).toEqual([]);
});
