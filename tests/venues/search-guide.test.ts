import { readFileSync } from 'node:fs';
import { readCityFile } from '@tongcheng/cloudfunctions/app/venues/import/city-file';
import { piecesOf, searchGuide } from '@tongcheng/shared/venues/search-guide';

const { guide } = readCityFile(readFileSync('cities/420100/settings.json', 'utf8'));
const first = (typed: string) => searchGuide(guide, typed)[0]?.id;

test('W-30 Chinese is found without spaces, by the words people type', () => {
  expect([first('换乘'), first('没有手机怎么办'), first('申诉'), first('轮渡')]).toEqual([
    'fare',
    'family',
    'red',
    'ferry',
  ]);
});

test('W-30 English is found by the beginning of a word, in any case; either language finds', () => {
  expect([first('TRANSFER'), first('appeal'), first('ferr')]).toEqual(['fare', 'red', 'ferry']);
  expect(searchGuide(guide, 'erry')).toEqual([]);
});

test('W-30 nothing typed shows everything in its order, and what nobody wrote is not found', () => {
  expect(searchGuide(guide, '  ？!')).toEqual(guide);
  expect(searchGuide(guide, '火星')).toEqual([]);
  expect(piecesOf('地铁 Line2')).toEqual(['地铁', 'line2']);
  expect(piecesOf('铁')).toEqual(['铁']);
});

test('W-30 staff in a hurry find what they need by the first word that comes to mind, in either language', () => {
  const staff = guide.filter(({ audience }) => audience === 'staff');
  const found = (typed: string) => searchGuide(staff, typed)[0]?.id;
  const words: readonly (readonly [string, string, string])[] = [
    ['拒乘', 'refuse', 'staff-refuse'],
    ['灰色', 'grey', 'staff-grey'],
    ['截图', 'screenshot', 'staff-picture'],
    ['暗号', 'word', 'staff-word'],
    ['没电', 'dead', 'staff-deadphone'],
    ['没有手机', 'without a phone', 'staff-nophone'],
    ['出租车', 'taxi', 'staff-taxi'],
    ['申诉', 'appeal', 'staff-appeal'],
    ['连接中断', 'connection', 'staff-screen-offline'],
    ['离线', 'offline', 'staff-rider-offline'],
  ];
  expect(words.map(([zh, en]) => [found(zh), found(en)])).toEqual(words.map(([, , id]) => [id, id]));
});

test('W-30 the guide of Wuhan speaks to riders and to staff, each entry once', () => {
  expect(new Set(guide.map(({ id }) => id)).size).toBe(guide.length);
  for (const audience of ['rider', 'staff'])
    expect(guide.filter((entry) => entry.audience === audience).length).toBeGreaterThanOrEqual(3);
});
