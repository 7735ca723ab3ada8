import { addressGroup } from '@tongcheng/cloudfunctions/app/sessions/address-group';
import { makeLimits } from '@tongcheng/cloudfunctions/app/sessions/limits';
import { needsGuardian } from '@tongcheng/shared/identity/age';
import { standingClock } from '../world/clock';

describe('addresses', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['unknown', 'unknown'],
  ])('%s is of %s', (address, group) => expect(addressGroup(address)).toBe(group));
});

describe('limits in memory', () => {
  it('a flood of new keys never frees one that was used up lately', () => {
    const limits = makeLimits(standingClock());
    const once = { max: 1, perSeconds: 60 };
    for (let key = 0; key < 60_000; key += 1) limits.take(`flood ${key}`, once);
    limits.take('guesser', once);
    for (let key = 0; key < 60_000; key += 1) limits.take(`more ${key}`, once);
    expect(limits.take('guesser', once)).toBe(false);
  });
});

describe('ages', () => {
  it('W-19 a foreign resident under fourteen needs a guardian too: the new number carries the birthday', () => {
    expect(needsGuardian('foreign-permanent-residence', '911156201511220018', '2026-11-21')).toBe(true);
    expect(needsGuardian('foreign-permanent-residence', 'AAA110000000000', '2026-11-21')).toBe(false);
  });
});
