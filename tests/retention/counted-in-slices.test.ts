import { deletionCertificates } from '@tongcheng/cloudfunctions/app/publications/certificates/deletion-certificate-record';
import { sweep } from '@tongcheng/cloudfunctions/app/retention/sweep';
import { type ScanRecord, scanKey, scans } from '@tongcheng/cloudfunctions/app/rides/scan-record';
import { cities } from '@tongcheng/cloudfunctions/app/venues/records';
import { newId } from '@tongcheng/shared/ids';
import { addDays, dayMs, dayOf, dayStart, minuteMs } from '@tongcheng/shared/time';
import { seededChance } from '../world/chance';
import { townSettings } from '../world/installation';
import { aCity } from '../world/records';
import { openSweeping } from './sweeping';

test('X-03 a day that ends is counted ten minutes at a time, each scan once, early and late ones too', async () => {
  const town = await openSweeping();
  try {
    const day = addDays(dayOf(town.needs.clock.now()), -3);
    const { bytes } = seededChance('counted in slices');
    await town.store.insert(cities, aCity({ ...townSettings, city: '420100', retentionDays: 2 }));
    await town.needs.vault.day('420100', day);
    const start = dayStart(day);
    const moments = [-1, 0, 10 * minuteMs - 1, 10 * minuteMs, dayMs - 1, dayMs, dayMs + 1, 4 * dayMs];
    const all = moments.map((after): ScanRecord => {
      const _id = scanKey(day, newId(start, bytes));
      return {
        ...{ _id, day, city: '420100', scannedAt: start, recordedAt: start + after, rider: 'r', sealed: 's' },
        ...{ venueId: 'bus-1', mode: 'bus', venueKind: 'vehicle', meaning: 'board', decision: 'admit', reasons: [] },
        ...{ ruleId: 'r', ruleVersion: 1, party: 1, flags: [], by: 'rider', digest: 'd' },
      };
    });
    await town.store.insertMany(scans, all);
    const asked: unknown[] = [];
    const store: typeof town.store = {
      ...town.store,
      count: (from, where) => {
        if (from.name === scans.name) asked.push(where);
        return town.store.count(from, where);
      },
    };
    await sweep({ ...town.needs, store });
    const { items } = await town.store.find(deletionCertificates, { where: { city: '420100', day }, limit: 1 });
    expect(items).toMatchObject([{ state: 'issued', counts: { scans: moments.length } }]);
    expect(asked).toHaveLength(146);
  } finally {
    await town.close();
  }
});
