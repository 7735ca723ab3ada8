import { lookalikeIn, lookalikeName, lookalikeText } from '@tongcheng/shared/reports/address';

test.each([
  ['bureau@wuhаn.example', 'U+0430'],
  ['burеau@wuhan.example', 'U+0435'],
  ['x@ｙ.example', 'U+FF59'],
  ['ｘ@y.example', 'U+FF58'],
  ['βureau@wuhan.example', 'U+03B2'],
  ['bureau@wuhan.ехample', 'U+0435'],
  ['аррӏе@wuhan.example', 'U+0430'],
  ['bureau@wuhаn．example', 'U+0430'],
  ['bıreau@wuhan.example', 'U+0131'],
  ['bureau@wuhan〇.example', 'U+3007'],
  ['bureau@xn--whn-9cd3b.example', 'xn--whn-9cd3b'],
])('X-23 %s is not what it looks like: %s', (address, name) => {
  const found = lookalikeIn(address) ?? '';
  expect(lookalikeName(found)).toBe(name);
  const { zh, en } = lookalikeText(found);
  for (const text of [zh, en]) expect(text).toContain(name);
});

test.each([
  'bureau@wuhan.example',
  "o'hara+reports_1@wuhan-gov.example",
  '交通局@武汉.中国',
  '交通局@wuhan.example',
  'a@武汉2.中国',
])('%s is plain', (address) => expect(lookalikeIn(address)).toBeUndefined());
