import { readFileSync } from 'node:fs';
import { readCityFile } from '@tongcheng/cloudfunctions/app/venues/import/city-file';
import { piecesOf, searchGuide } from '@tongcheng/shared/venues/search-guide';
import { guideTexts } from '../../miniprogram/src/features/venues/texts/guide-texts';

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

test.each([
  ['目的', 'purpose'],
  ['隐私', 'privacy'],
  ['加密', 'privacy'],
  ['车厢', 'carriage'],
  ['手电', 'dark'],
  ['支付', 'fare'],
  ['学生卡', 'student'],
  ['老年卡', 'student'],
  ['拒绝', 'refused'],
  ['刷新', 'refresh'],
  ['口罩', 'mask'],
  ['实名认证', 'first'],
  ['公众号', 'find'],
  ['搜索', 'find'],
  ['有轨电车', 'tram'],
  ['BRT', 'tram'],
  ['purpose', 'purpose'],
  ['encrypted', 'privacy'],
  ['carriage', 'carriage'],
  ['torch', 'dark'],
  ['pay', 'fare'],
  ['student', 'student'],
  ['refused', 'refused'],
  ['refresh', 'refresh'],
  ['mask', 'mask'],
])('W-30 riders who type %s find %s first', (typed, id) => {
  const riders = guide.filter(({ audience }) => audience === 'rider');
  expect(searchGuide(riders, typed)[0]?.id).toBe(id);
});

test.each([
  ['公交', 'staff-bus'],
  ['地铁', 'staff-metro'],
  ['有轨电车', 'staff-tram'],
  ['BRT', 'staff-tram'],
  ['出租车', 'staff-taxi'],
  ['轮渡', 'staff-ferry'],
  ['劝返', 'staff-turn-away'],
  ['拒绝', 'staff-refuse'],
])('W-30 staff who type %s find what to check, or how to turn someone away: %s', (typed, id) => {
  const staff = guide.filter(({ audience }) => audience === 'staff');
  expect(searchGuide(staff, typed)[0]?.id).toBe(id);
});

test('W-12 W-30 what the apps and the city say of trams and BRT is the rule: as the metro where stops have staff, else as the bus', () => {
  const told = [
    guideTexts.tram,
    guideTexts.brt,
    ...guide.filter(({ id }) => /tram/.test(id)).map(({ answer }) => answer),
  ];
  expect(told).toHaveLength(4);
  for (const { zh, en } of told) {
    expect(zh).toMatch(/同地铁[\s\S]*同公交|同地铁，其他同公交/);
    expect(en).toMatch(/as (?:on |at )?the metro[\s\S]*as (?:on )?the bus/);
  }
});

test('W-20 no word promises that tapping a card registers a ride, but where a reader does it', () => {
  for (const { zh, en } of guide.map(({ answer }) => answer)) {
    if (/刷卡即|刷卡(?:乘车)?也能登记/.test(zh)) expect(zh).toContain('有读卡登记设备的地方');
    if (/the tap does|, tap it/.test(en)) expect(en).toContain('where a reader registers');
  }
});

test('W-01 the names and menus under which people search are in the configuration', () => {
  const { entrances = [] } = readCityFile(readFileSync('cities/420100/settings.json', 'utf8'));
  expect(entrances.map(({ channel }) => channel)).toEqual(['wechat', 'alipay']);
  for (const { name, menu } of entrances) expect([name.zh, name.en, menu?.zh, menu?.en].every(Boolean)).toBe(true);
});

test('W-30 the guide of Wuhan speaks to riders and to staff, each entry once', () => {
  expect(new Set(guide.map(({ id }) => id)).size).toBe(guide.length);
  for (const audience of ['rider', 'staff'])
    expect(guide.filter((entry) => entry.audience === audience).length).toBeGreaterThanOrEqual(3);
});
