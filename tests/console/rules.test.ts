import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decisions, reasonCodes } from '@tongcheng/shared/rides/meanings';
import { statusColours } from '@tongcheng/shared/status-colours';
import { venueColumns } from '@tongcheng/shared/venues/venue-file';
import fc from 'fast-check';
import jsQR from 'jsqr';
import { invitationIn } from '../../console/src/client/sessions';
import { dayMarks, daysOf, weekdayOf } from '../../console/src/features/reports/day-states';
import { isOwn, waitingFor } from '../../console/src/features/reports/recipient-next';
import { splitCsv } from '../../console/src/features/venues/split-csv';
import { textParts } from '../../console/src/mail/mail';
import { faceOf } from '../../console/src/ui/face';
import { formatBytes, formatCount } from '../../console/src/ui/format';
import { officialName } from '../../console/src/ui/official-name';
import { qrPath } from '../../console/src/ui/qr-code';
import { peopleIn } from '../../console/src/wall/people';
import { findPosters, isThisMachineOnly, scanPath } from '../../console/src/wall/wall-page';
import { liveFaceOf as riderFaceOf } from '../../miniprogram/src/features/rides/verdict-face';
import { aReason } from '../world/records';
import { delivery, recipient, report, sampleAt } from './samples';

const source = (path: string) => readFileSync(join(__dirname, '../..', path), 'utf8');

test('W-09 staff see the face that the rider sees, whatever the verdict', () => {
  const colours = [...statusColours, 'grey', undefined] as const;
  for (const decision of decisions)
    for (const code of [undefined, ...reasonCodes])
      for (const colour of colours) {
        const reasons = code ? [aReason(code)] : [];
        const rider = riderFaceOf({ decision, reasons });
        expect([colour, faceOf({ decision, reasons })]).toEqual([colour, rider === 'grey' ? 'unknown' : rider]);
      }
});

test('the words of the faces are those of the rider’s screen', () => {
  const words = source('miniprogram/src/features/rides/texts/verdict-texts.ts');
  const mine = source('console/src/ui/face.ts');
  for (const face of ['admit', 'refuse', 'refer', 'grey']) {
    const pair = new RegExp(`${face}: (\\{ zh: .*? \\}),`).exec(words)?.[1];
    expect(pair).toBeDefined();
    expect(mine).toContain(pair);
  }
});

test('the calendar shows the worst of a day, and supplements', () => {
  const reports = ['2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'].map((day) => report(day));
  const deliveries = [
    delivery('2026-11-18'),
    delivery('2026-11-18', { deliveryId: 'b', state: 'failed' }),
    delivery('2026-11-19', { state: 'queued' }),
    delivery('2026-11-20'),
  ];
  const marks = dayMarks('2026-11-16', '2026-11-20', [...reports, report('2026-11-20', { version: 2 })], deliveries);
  expect(marks.map(({ state }) => state)).toEqual(['none', 'formed', 'trouble', 'under-way', 'sent']);
  expect(marks.map(({ hasSupplement }) => hasSupplement)).toEqual([false, false, false, false, true]);
});

test('days count on over months, and weeks begin on Monday', () => {
  expect(daysOf('2026-10-30', '2026-11-02')).toEqual(['2026-10-30', '2026-10-31', '2026-11-01', '2026-11-02']);
  expect(['2026-11-16', '2026-11-20', '2026-11-22', '1970-01-01'].map(weekdayOf)).toEqual([0, 4, 6, 3]);
});

test('a proposal waits for another official, an approval for the recipient, a confirmation for its day', () => {
  const confirmed = recipient({ activeFrom: sampleAt + 1 });
  expect(waitingFor(recipient({ state: 'proposed' }), sampleAt)).toBe('other');
  expect(waitingFor(recipient({ state: 'approved' }), sampleAt)).toBe('recipient');
  expect([waitingFor(confirmed, sampleAt), waitingFor(confirmed, sampleAt + 1)]).toEqual(['day', 'nothing']);
  expect(isOwn(recipient({ proposedBy: 'o_1' }), { officialId: 'o_1', login: 'chief' })).toBe(true);
  expect(isOwn(recipient({ proposedBy: 'o_2' }), { officialId: 'o_1', login: 'chief' })).toBe(false);
});

test('officials are named by the name that they gave, never by a long number', () => {
  const me = { officialId: '01M7Y7TSG8PEB5CX2P6SKPX2R2', login: 'chief' };
  const names = new Map([['01M7Y7TSG8PEB5CX2P6SKPX2R4', '王处长']]);
  expect(officialName(me.officialId, me, names)).toEqual({ kind: 'you' });
  expect(officialName('01M7Y7TSG8PEB5CX2P6SKPX2R4', me, names)).toEqual({ kind: 'named', name: '王处长' });
  expect(officialName('01M7Y7TSG8PEB5CX2P6SKPX2R3', me, names)).toEqual({ kind: 'named', name: '…PX2R3' });
  expect(officialName('deputy', me, names)).toEqual({ kind: 'named', name: 'deputy' });
  expect(officialName('timer', me, names)).toEqual({ kind: 'timer' });
});

test('a file cut for the import is the same file, each part with its header, each row at its number', () => {
  const cell = fc.oneof(fc.stringMatching(/^[a-z0-9路站]{0,12}$/), fc.constant('"a ""quoted""\nname"'));
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }).map((cells) => `x${cells.join(',')}\n`));
  fc.assert(
    fc.property(rows, fc.integer({ min: 40, max: 400 }), (lines, most) => {
      const parts = splitCsv(`id,name\n${lines.join('')}`, most);
      expect(parts.map(({ csv }) => csv.replace('id,name\n', '')).join('')).toBe(lines.join(''));
      expect(parts.every(({ csv }) => csv.startsWith('id,name\n'))).toBe(true);
      let before = 0;
      for (const { csv, rowsBefore } of parts) {
        expect(rowsBefore).toBe(before);
        before +=
          lines.slice(before).findIndex((_, i, rest) => `id,name\n${rest.slice(0, i + 1).join('')}` === csv) + 1;
      }
    }),
  );
});

test('the template of the import has the columns that the import knows', () => {
  const template = source('console/public/venues-template.csv');
  // A Chinese Excel takes a file without the mark for GB 18030, and saves what it made of it.
  expect(template.charCodeAt(0)).toBe(0xfeff);
  expect(template.slice(1).split('\n')[0]).toBe(venueColumns.join(','));
});

test('a drawn QR code is read again as what it was', () => {
  for (const payload of [
    'HTTPS://EXAMPLE.ORG/R/2DJCT840002K00F7BX9686Y6RJ7XNT',
    'http://host/verify/#invitation=K7QM',
  ]) {
    const { path, side } = qrPath(payload);
    const scale = 6;
    const pixels = new Uint8ClampedArray((side * scale) ** 2 * 4).fill(255);
    for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
      for (let dy = 0; dy < scale; dy += 1)
        for (let dx = 0; dx < scale * Number(length); dx += 1) {
          const at = ((Number(y) * scale + dy) * side * scale + Number(x) * scale + dx) * 4;
          pixels.fill(0, at, at + 3);
        }
    expect(jsQR(pixels, side * scale, side * scale)?.data).toBe(payload);
  }
});

test('an invitation is found in the link’s fragment only', () => {
  expect(invitationIn('#invitation=K7QM-X2PD')).toBe('K7QM-X2PD');
  expect([invitationIn(''), invitationIn('#other=1')]).toEqual(['', '']);
});

test('figures are written with their thousands and units', () => {
  expect([0, 999, 1_000, 1_234_567].map(formatCount)).toEqual(['0', '999', '1,000', '1,234,567']);
  expect([9_120, 3_482_113].map(formatBytes)).toEqual(['9.1 KB', '3.5 MB']);
});

test.each([
  ['HTTP://127.0.0.1:8080/R/X', true],
  ['http://localhost/R/X', true],
  ['HTTP://[::1]:8080/R/X', true],
  ['HTTP://0.0.0.0:8080/R/X', true],
  ['HTTP://192.168.1.5:8080/R/X', false],
  ['HTTPS://RIDE.EXAMPLE/R/X', false],
  ['HTTPS://LOCALHOST.EXAMPLE/R/X', false],
])('the wall says that no phone reaches %s: %s', (link, only) => expect(isThisMachineOnly([{ link }])).toBe(only));

test('the wall finds by name, line, plate and short code, opens scans on its own host, and shows no real person', () => {
  const poster = {
    venueId: 'v1',
    mode: 'bus',
    kind: 'vehicle',
    name: { zh: '鄂A·94277D', en: '鄂A·94277D' },
    lineName: { zh: '电1路', en: 'Trolleybus 1' },
    plate: '鄂A94277D',
    link: 'HTTP://HOST:8080/R/2DJC',
    shortCode: 'TJXZ-PSV7',
  } as const;
  for (const search of ['电1', 'trolley', '鄂A942', 'tjxz', '']) expect(findPosters([poster], search)).toHaveLength(1);
  expect(findPosters([poster], '2号线')).toEqual([]);
  expect(scanPath(poster.link)).toBe('/R/2DJC');
  expect(peopleIn([{ name: '张三' }, { demonstration: true, name: '李四' }])).toHaveLength(1);
});

test('a mail’s links can be followed, and nothing of its text is lost', () => {
  const text = '请打开 http://127.0.0.1:8080/console/#/confirm/abc。\nThank you.';
  const pieces = textParts(text);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  expect(pieces.filter(({ isLink }) => isLink).map((piece) => piece.text)).toEqual([
    'http://127.0.0.1:8080/console/#/confirm/abc',
  ]);
});
