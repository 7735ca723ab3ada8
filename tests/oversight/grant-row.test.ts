import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { grantRow } from '@tongcheng/cloudfunctions/app/oversight/grant-row';
import { CitySettings } from '@tongcheng/shared/venues/city-settings';

const file = join(__dirname, '../../cities/liaoning/210100/settings.json');

test('X-24 stations of staff are told by name; one that the settings no longer have is left out', async () => {
  const settings = CitySettings.parse(JSON.parse(readFileSync(file, 'utf8')));
  const needs = { cityOf: async () => settings, venueOf: async () => undefined };
  const scope = { kind: 'stations', stationIds: ['airport', 'gone'] } as const;
  const granted = { role: 'desk', city: '210100', invitedBy: 'official-1', venueIds: [], scope } as const;
  expect(await grantRow(needs, granted)).toMatchObject({ stations: [{ en: 'Taoxian Airport Coach Station' }] });
  expect(await grantRow(needs, { ...granted, scope: { kind: 'operator' } })).not.toHaveProperty('stations');
});
