import { readCsv } from '@tongcheng/shared/csv';
import fc from 'fast-check';

test('what RFC 4180 allows: quotes, commas and line ends inside quotes, a byte order mark, CRLF, no last line end', () => {
  const table = readCsv('\uFEFFid,name\r\n1,"Wuhan, ""the"" city"\r\n\r\n2,"two\nlines"\r\n3');
  expect(table?.columns).toEqual(['id', 'name']);
  expect(table?.rows).toEqual([
    { row: 2, cells: { id: '1', name: 'Wuhan, "the" city' } },
    { row: 4, cells: { id: '2', name: 'two\nlines' } },
    { row: 5, cells: { id: '3', name: '' } },
  ]);
});

test('invisible marks at the ends of a cell are none of it', () => {
  expect(readCsv('\u200Bid,name\n\u202D1\u202C,\u2060甲\u00AD')?.rows[0]?.cells).toEqual({ id: '1', name: '甲' });
});

test('whatever is written by the rules is read', () => {
  const cell = fc.stringMatching(/^[a-z鄂"',; \n]{0,8}$/).map((text) => text.trim());
  const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 9 });
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(rows, (lines) => {
      const text = ['a,b', ...lines.map((line) => line.map(quoted).join(','))].join('\n');
      const filled = lines.filter((line) => line.some((one) => one !== ''));
      expect(readCsv(text)?.rows.map(({ cells }) => [cells.a, cells.b])).toEqual(filled);
    }),
  );
});

test.each(['', '\n\n', 'a,b\n"open', 'a,b\n"x"y,1', 'a\0,b', 'a,b\n\uFFFD,1'])('%j is no table', (text) => {
  expect(readCsv(text)).toBeUndefined();
});

test('a row with more cells than columns is named, a stray quote inside a cell is text', () => {
  expect(readCsv('a,b\n1,2,3\n4,5')?.tooLong).toEqual([2]);
  expect(readCsv('a,b\n5" pipe,x')?.rows[0]?.cells).toEqual({ a: '5" pipe', b: 'x' });
});
