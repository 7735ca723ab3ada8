import { needsGuardian } from '@tongcheng/shared/identity/age';
import {
  lastFour,
  maskDocument,
  maskDocumentForComparison,
  maskName,
  maskPhone,
  maskPlate,
} from '@tongcheng/shared/identity/masks';
import { checkName } from '@tongcheng/shared/identity/names';
import { checkPhone } from '@tongcheng/shared/identity/phones';
import * as fc from 'fast-check';

describe('names', () => {
  it.each([
    ['张三', '张三'],
    ['欧阳娜娜', '欧阳娜娜'],
    ['买买提•艾力', '买买提·艾力'],
    ['买买提･艾力', '买买提·艾力'],
    ['阿卜杜.买买提. 艾力', '阿卜杜·买买提·艾力'],
    ['𠮷.𠮷.野', '𠮷·𠮷·野'],
    ['J. R. 张', 'J. R. 张'],
    ['𠮷野', '𠮷野'],
    ['㛃', '㛃'],
    ["Renée O'Connor-Smith", "Renée O'Connor-Smith"],
    ['  John   Smith ', 'John Smith'],
    ['阿'.repeat(40), '阿'.repeat(40)],
  ])('W-05 %s is a name', (typed, stored) => expect(checkName(typed)).toEqual({ valid: true, stored }));

  it.each([
    ['=cmd|calc', 'characters'],
    ['+1', 'characters'],
    ['-张', 'characters'],
    ['@SUM(A1)', 'characters'],
    ['张\u202E三', 'characters'],
    ['张\u0000三', 'characters'],
    ['张\n三', 'characters'],
    ['张3', 'characters'],
    ['张😀', 'characters'],
    ['<b>', 'characters'],
    ['阿'.repeat(61), 'too-long'],
    ['   ', 'empty'],
  ])('W-05 %j is refused: %s', (typed, reason) => expect(checkName(typed)).toEqual({ valid: false, reason }));

  it('an accepted name can never begin a formula or hold a control or direction mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (typed) => {
        const check = checkName(typed);
        return !check.valid || !/^[=+\-@\t\r]|[\p{Cc}\p{Cf}\p{Cs}]/u.test(check.stored);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('phones, masks and ages', () => {
  it.each([
    ['138 0013 8000', '13800138000'],
    ['+86 138-0013-8000', '13800138000'],
    ['１３８００１３８０００', '13800138000'],
    ['+99912345678', '+99912345678'],
    ['0044 20 7946 0000', '+442079460000'],
    ['12800138000', undefined],
    ['1380013800', undefined],
    ['+861', undefined],
    ['abc', undefined],
  ])('%s → %s', (typed, stored) => expect(checkPhone(typed)).toBe(stored));

  it('W-29 masks keep what design/domain.md allows and no more', () => {
    expect(maskName('张三丰')).toBe('张**');
    expect(maskName('𠮷野太郎')).toBe('𠮷**');
    expect(maskName('John Smith')).toBe('J. S.');
    expect(maskDocument('420106199003072345')).toBe(`4${'*'.repeat(15)}45`);
    expect(maskDocumentForComparison('420106199003072345')).toBe(`4${'*'.repeat(13)}2345`);
    expect(maskPhone('13800138000')).toBe('138****8000');
    expect(maskPlate('苏D45670')).toBe('苏D4***0');
    expect(lastFour('3104800000001234567')).toBe('4567');
  });

  it('W-19 under fourteen a guardian consents', () => {
    expect(needsGuardian('resident-id', '420106201211222345', '2026-11-21')).toBe(true);
    expect(needsGuardian('resident-id', '420106201211212345', '2026-11-21')).toBe(false);
    expect(needsGuardian('passport', 'E12345678', '2026-11-21')).toBe(false);
  });
});
