import { checkDocument } from '@tongcheng/shared/identity/documents/check-document';
import { nameRefusalText } from '@tongcheng/shared/identity/name-refusal-text';
import { checkName } from '@tongcheng/shared/identity/names';
import { checkPhone } from '@tongcheng/shared/identity/phones';
import { plainCode, plainDigits, plainLine, plainNumber, plainText, trimTyped } from '@tongcheng/shared/typed-text';
import { isPlate, plainPlate } from '@tongcheng/shared/venues/plates';
import { formatShortCode, readShortCode } from '@tongcheng/shared/venues/short-code';
import fc from 'fast-check';

const id = '420106199003072345';
const today = '2026-11-21';
/** The marks of found-2.md, and the rest that are drawn as nothing. */
const marks = [
  ...Array.from({ length: 5 }, (_, n) => String.fromCharCode(0x202a + n)),
  ...Array.from({ length: 5 }, (_, n) => String.fromCharCode(0x200b + n)),
  ...Array.from({ length: 5 }, (_, n) => String.fromCharCode(0x2060 + n)),
  ...['\uFEFF', '\u00AD', '\u180E', '\u2066', '\u2069', '\uFE0F', '\u{E0020}', '\u{E0100}'],
];

describe('W-05 invisible marks of what is pasted', () => {
  it.each(marks)('%j at the ends of a name, number, phone, plate, short code and one-time code is dropped', (mark) => {
    const around = (text: string) => `${mark}${text}${mark}`;
    const short = formatShortCode(4_711);
    expect(checkDocument('resident-id', around(id), today)).toEqual({ valid: true, stored: id });
    expect(checkName(around('买买提·艾力'))).toEqual({ valid: true, stored: '买买提·艾力' });
    expect(checkPhone(around('13800138000'))).toBe('13800138000');
    expect(plainPlate(around('鄂A·12345'))).toBe('鄂A12345');
    expect(readShortCode(around(short))).toEqual(readShortCode(short));
    expect(readShortCode(around(short)).is).toBe('short-code');
    expect(plainDigits(around('857796'))).toBe('857796');
  });

  it('between U+202D and U+202C, as a messenger wraps a number, and inside a number too', () => {
    expect(checkDocument('resident-id', `\u202D${id}\u202C`, today)).toEqual({ valid: true, stored: id });
    const within = `${id.slice(0, 6)}\u200B${id.slice(6, 14)}\u00AD${id.slice(14)}`;
    expect(checkDocument('resident-id', within, today)).toEqual({ valid: true, stored: id });
    expect(checkPhone('138\u200D0013\u20608000')).toBe('13800138000');
    expect(checkPhone('138\u202E00138000')).toBeUndefined();
  });

  it('in the middle of a name they are refused: nobody’s name holds them', () => {
    expect(checkName('张\u202E三')).toEqual({ valid: false, reason: 'characters' });
  });

  it('a long run of them takes no longer than it is', () => {
    const long = '\u200B '.repeat(100_000);
    expect(trimTyped(`${long}a${long}b${long}`)).toHaveLength(long.length + 2);
    expect(trimTyped(long)).toBe('');
  });
});

describe('W-05 the dots, dashes and apostrophes of a name', () => {
  it.each('•．∙・‧·･⋅●᛫ㆍ。'.split(''))('%s between two parts is the dot', (dot) => {
    expect(checkName(`阿卜杜拉${dot}吐尔逊`)).toEqual({ valid: true, stored: '阿卜杜拉·吐尔逊' });
    expect(checkName(`阿卜杜拉 ${dot} 吐尔逊`)).toEqual({ valid: true, stored: '阿卜杜拉·吐尔逊' });
  });

  it.each(['O‘Connor', 'OʼConnor', 'O´Connor', 'O＇Connor', 'O’Connor', 'O′Connor', 'O`Connor'])(
    '%s is stored with a plain apostrophe',
    (typed) => expect(checkName(typed)).toEqual({ valid: true, stored: "O'Connor" }),
  );

  it.each(['Anne‐Marie', 'Anne–Marie', 'Anne－Marie', 'Anne—Marie', 'Anne‑Marie', 'Anne−Marie'])(
    '%s is stored with a plain hyphen',
    (typed) => expect(checkName(typed)).toEqual({ valid: true, stored: 'Anne-Marie' }),
  );

  it.each([
    ['John\u00A0Smith', 'John Smith'],
    ['Ｊｏｈｎ　Ｓｍｉｔｈ', 'John Smith'],
    ['Ｊ． Ｒ． Ｓｍｉｔｈ', 'J. R. Smith'],
    ['J.-P. Martin Jr.', 'J.-P. Martin Jr.'],
    ['买买提．Ali', '买买提·Ali'],
  ])('%s is stored as %s', (typed, stored) => expect(checkName(typed)).toEqual({ valid: true, stored }));

  it.each(['买买提··艾力', '张·', '·张', '买买提·.艾力', '买买提· ·艾力', '张.', '张。', 'J..P. Martin', '・张'])(
    '%s is refused, and the reason says why',
    (typed) => {
      expect(checkName(typed)).toEqual({ valid: false, reason: 'dots' });
      expect(nameRefusalText({ valid: false, reason: 'dots' }).zh).toContain('点“·”');
    },
  );
});

describe('W-05 long and rare names', () => {
  it('up to sixty letters are a name', () => {
    const long = 'Wolfeschlegelsteinhausenbergerdorff Hubert Blaine Maximi';
    expect(long).toHaveLength(56);
    expect(checkName(long)).toEqual({ valid: true, stored: long });
    expect(checkName('阿'.repeat(60)).valid).toBe(true);
    expect(checkName('阿'.repeat(61))).toEqual({ valid: false, reason: 'too-long' });
  });

  it('䶮 as old systems send it is read as what it is', () => {
    expect(checkName('赵\uE863')).toEqual({ valid: true, stored: '赵\u4DAE' });
  });

  it.each([
    ['赵\uE815', 'U+E815'],
    ['赵\u{F0001}', 'U+F0001'],
  ])('%j holds a character that is private to a system: it is named, and the desk', (typed, character) => {
    const refused = checkName(typed);
    expect(refused).toEqual({ valid: false, reason: 'private-use', character });
    if (refused.valid) throw new Error('it is refused');
    const { zh, en } = nameRefusalText(refused);
    expect([zh, en]).toEqual([expect.stringContaining(character), expect.stringContaining(character)]);
    expect([zh, en]).toEqual([expect.stringContaining('服务台'), expect.stringContaining('desk')]);
  });
});

it.each([
  '＋8613800000000',
  '（+86）13800000000',
  '138–0000–0000',
  '8613800000000',
  '+86 (0)138 0000 0000',
  '0086 138 0000 0000',
  '138.0000.0000',
])('W-05 the phone %s is 138 0000 0000', (typed) => expect(checkPhone(typed)).toBe('13800000000'));

it('W-05 a zero that is dialled within a country is left out', () =>
  expect(checkPhone('+44 (0)20 7946 0000')).toBe('+442079460000'));

it.each(['鄂A・12345', '鄂A∙12345', '鄂Ａ－１２３４５', '鄂A‧12345'])('the plate %s is read', (typed) => {
  expect(plainPlate(typed)).toBe('鄂A12345');
  expect(isPlate(plainPlate(typed))).toBe(true);
});

it.each(['８５７７９６', '857 796', '857-796', '８５７　７９６'])('W-21 the six digits %s are read', (typed) =>
  expect(plainDigits(typed)).toBe('857796'),
);

it('numbers and codes of any keyboard are plain', () => {
  expect(plainNumber(' ｅ１２ ３４ ')).toBe('E1234');
  expect(plainCode('Ａ１Ｂ２－Ｃ３·d4_e5')).toBe('A1B2C3D4E5');
});

it('free text keeps the wide signs of Chinese and loses what nobody sees', () => {
  expect(plainText('\u200B 贴纸被撕，\u2060请换。\u202E ')).toBe('贴纸被撕，请换。');
  expect(plainLine('　Ｏｆｆｉｃｅ－１ ')).toBe('Office-1');
});

it('whatever is typed, what is plain stays plain', () => {
  const text = fc.string({ unit: 'binary', maxLength: 40 });
  fc.assert(
    fc.property(text, (typed) => {
      for (const plain of [plainText, plainLine, plainNumber, plainCode, plainDigits, trimTyped])
        expect(plain(plain(typed))).toBe(plain(typed));
      const name = checkName(typed);
      if (name.valid) expect(checkName(name.stored)).toEqual(name);
    }),
    { numRuns: 3_000 },
  );
});
