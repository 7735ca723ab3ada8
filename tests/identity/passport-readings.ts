import { zoneCheck } from '@tongcheng/shared/identity/documents/reading/passport-number';
import type { ReadingCase } from './document-readings';

const zone = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const chinese = ['POCHNZHANG<<SAN<<<<<<<<<<<<<<<<<<<<<<<<<<<<<', 'E123456782CHN9003071F3001019<<<<<<<<<<<<<<<0'];

/** Passports by their machine-readable zone. All people are fictitious; the first zone is the one ICAO 9303 prints. */
export const passportCases: readonly ReadingCase[] = [
  { why: 'a zone (the published example)', kind: 'passport', lines: zone, reads: ['L898902C3', 'ERIKSSON ANNA MARIA'] },
  {
    why: 'a zone among the page, in any order, with spaces and typographic quotes',
    kind: 'passport',
    lines: ['PASSPORT', zone[1]?.replace(/(.{11})/g, '$1 ') ?? '', 'UTOPIA', zone[0]?.replace(/<</g, '«') ?? ''],
    reads: ['L898902C3', 'ERIKSSON ANNA MARIA'],
  },
  {
    why: 'fillers miscounted: three checks still hold',
    kind: 'passport',
    lines: [zone[0]?.slice(0, 40) ?? '', zone[1]?.slice(0, 36) ?? ''],
    reads: ['L898902C3', 'ERIKSSON ANNA MARIA'],
  },
  {
    why: 'the whole line’s own check fails',
    kind: 'passport',
    lines: [zone[0] ?? '', `${zone[1]?.slice(0, 43)}1`],
    reads: undefined,
  },
  {
    why: 'a digit of the number misread',
    kind: 'passport',
    lines: [zone[0] ?? '', zone[1]?.replace('8989', '8939') ?? ''],
    reads: undefined,
  },
  {
    why: 'a digit of the birth date misread',
    kind: 'passport',
    lines: [zone[1]?.replace('740812', '740813') ?? ''],
    reads: undefined,
  },
  {
    why: 'O for 0 in the number and in a date',
    kind: 'passport',
    lines: [zone[1]?.replace('8902C', '89O2C').replace('74081', '74O81') ?? ''],
    reads: ['L898902C3'],
  },
  {
    why: 'a digit of the birth date misread, fillers miscounted',
    kind: 'passport',
    lines: [zone[1]?.replace('740812', '740813').slice(0, 36) ?? ''],
    reads: undefined,
  },
  {
    why: 'a birth date that is in no calendar',
    kind: 'passport',
    lines: [`L898902C36UTO741312${zoneCheck('741312')}F1204159ZE18`],
    reads: undefined,
  },
  {
    why: 'a Chinese passport whose G was read as 6: its check counts both alike',
    kind: 'passport',
    lines: [`612345678${zoneCheck('G12345678')}CHN9003071F3001019`],
    reads: undefined,
  },
  {
    why: 'a Chinese passport that begins with G',
    kind: 'passport',
    lines: [`G12345678${zoneCheck('G12345678')}CHN9003071F3001019`],
    reads: ['G12345678'],
  },
  {
    why: 'B for 8, and three readings of it pass the check: none is taken',
    kind: 'passport',
    lines: [zone[1]?.replace('L89', 'LB9') ?? ''],
    reads: undefined,
  },
  {
    why: 'a Chinese passport: the name in Han',
    kind: 'passport',
    lines: ['姓名/Name', '张三', 'ZHANG, SAN', ...chinese],
    reads: ['E12345678', '张三'],
  },
  { why: 'a Chinese passport, Han not read', kind: 'passport', lines: chinese, reads: ['E12345678', 'ZHANG SAN'] },
  {
    why: 'a name that the zone had no room for',
    kind: 'passport',
    lines: ['P<UTONILAVADHANANANDA<<CHAYAPA<DEJTHAMRONGKR', zone[1] ?? ''],
    reads: ['L898902C3'],
  },
  { why: 'two passports', kind: 'passport', lines: [...zone, ...chinese], reads: undefined },
  { why: 'the printed number without the zone', kind: 'passport', lines: ['PASSPORT NO. E12345678'], reads: undefined },
];
