import { CitySettings } from '@tongcheng/shared/venues/city-settings';
import { openTown, type Town } from '../world/town';
import { officialToken } from '../world/town-sessions';

let town: Town;
beforeEach(async () => {
  town = await openTown();
});
afterEach(() => town.close());

const ask = (token: string, city = '420100') => town.ask('oversight.get-settings', { city }, token);

test('officials of a city read its settings as they hold; announcements, rules and guide stand elsewhere', async () => {
  const told = await ask(officialToken(town, ['auditor']));
  expect(told).toMatchObject({ value: { settings: { city: '420100', retentionDays: expect.any(Number) } } });
  const text = JSON.stringify(told);
  for (const elsewhere of ['notices', 'admissionRules', 'guide']) expect(text).not.toContain(`"${elsewhere}"`);
  expect(Object.keys(CitySettings.shape)).toEqual(expect.arrayContaining(['notices', 'admissionRules', 'guide']));
});

test('officials of another city and of a role that does not need them read nothing', async () => {
  expect(await ask(officialToken(town, ['auditor'], ['430100']))).toMatchObject({ failure: { code: 'city-unknown' } });
  expect(await ask(officialToken(town, ['health-supervisor']))).toMatchObject({ failure: { code: 'not-allowed' } });
});
