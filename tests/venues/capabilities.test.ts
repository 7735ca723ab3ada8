import { oversees, provinceOf } from '@tongcheng/shared/scope';
import {
  blockOf,
  CapabilitySettings,
  capabilitiesOf,
  capabilitiesShown,
  offers,
} from '@tongcheng/shared/venues/capabilities';
import { CitySettings } from '@tongcheng/shared/venues/city-settings';
import { ProvinceSettings } from '@tongcheng/shared/venues/province-settings';
import { townSettings } from '../world/installation';

const province = {
  province: '210000',
  name: { zh: '辽宁', en: 'Liaoning' },
  hotline: '12328',
  retentionDays: 400,
  reports: { formFromHour: 5, protection: 'password' },
};

describe('capabilities of a city', () => {
  it('is rides alone where a file written before them says nothing', () => {
    const { capabilities: _none, ...before } = townSettings;
    const settings = CitySettings.parse(before);
    expect('capabilities' in settings).toBe(false);
    expect(capabilitiesOf(settings)).toEqual(['city']);
    expect(offers(settings, 'city')).toBe(true);
    expect(offers(settings, 'coaches')).toBe(false);
    expect(blockOf(settings, 'coaches')).toBeUndefined();
  });

  it('is what the block names, also without rides', () => {
    const settings = CitySettings.parse({ ...townSettings, capabilities: { tracing: {}, coaches: {} } });
    expect(capabilitiesOf(settings)).toEqual(['coaches', 'tracing']);
    expect(offers(settings, 'city')).toBe(false);
    expect(blockOf(settings, 'tracing')).toMatchObject({ parameters: [] });
  });

  it('refuses a capability that nobody knows, and settings that no capability has', () => {
    expect(CapabilitySettings.safeParse({ coach: {} }).success).toBe(false);
    expect(CapabilitySettings.safeParse({ coaches: { wheels: 6 } }).success).toBe(false);
  });

  it('a view that a phone kept from before is one of rides', () => {
    expect(capabilitiesShown({})).toEqual(['city']);
    expect(capabilitiesShown({ capabilities: ['gates'] })).toEqual(['gates']);
  });
});

describe('a province above its cities', () => {
  it('has settings of its own, with a code of its level', () => {
    expect(ProvinceSettings.parse({ ...province, capabilities: { coaches: {} } }).rolloverHour).toBe(0);
    expect(ProvinceSettings.safeParse({ ...province, province: '210100' }).success).toBe(false);
  });

  it('is above a city by the first two digits of its code', () => {
    expect(provinceOf('210100')).toBe('210000');
    expect(provinceOf('110000')).toBe('110000');
  });

  it.each([
    ['a city named', { cities: ['210100'], provinces: [] }, { level: 'city', code: '210100' }, true],
    ['another city', { cities: ['210100'], provinces: [] }, { level: 'city', code: '210200' }, false],
    [
      'the province of a city named',
      { cities: ['210100'], provinces: [] },
      { level: 'province', code: '210000' },
      false,
    ],
    ['a city of a province named', { cities: [], provinces: ['210000'] }, { level: 'city', code: '210200' }, true],
    ['a city of another province', { cities: [], provinces: ['210000'] }, { level: 'city', code: '420100' }, false],
    ['the province named', { cities: [], provinces: ['210000'] }, { level: 'province', code: '210000' }, true],
    [
      'the province of a municipality named as a city',
      { cities: ['110000'], provinces: [] },
      { level: 'province', code: '110000' },
      false,
    ],
  ] as const)('an official of it oversees %s: %j', (_what, jurisdiction, scope, answer) => {
    expect(oversees(jurisdiction, scope)).toBe(answer);
  });
});
