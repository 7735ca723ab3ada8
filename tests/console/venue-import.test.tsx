import { TextDecoder, TextEncoder } from 'node:util';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { ImportPanel } from '../../console/src/features/venues/import-panel';
import { officialSession } from './samples';
import { type Answers, show } from './screens';

// jsdom has none of its own; browsers do.
Object.assign(globalThis, { TextDecoder, TextEncoder });

const counts = { added: 1, changed: 2, unchanged: 0 };
const badRows = [{ row: 3, zh: '缺少中文名称', en: 'the Chinese name is missing' }];

const open = (answers: Answers = {}) => {
  const onImported = jest.fn();
  const whole: Answers = {
    'venues.preview-import': () => ({ ok: true, value: { ...counts, badRows } }),
    'venues.import-venues': () => ({ ok: true, value: { ...counts, badRows } }),
    ...answers,
  };
  const shown = show(<ImportPanel onImported={onImported} />, {
    answers: whole,
    session: officialSession({ roles: ['operator'] }),
  });
  return { ...shown, onImported };
};
const choose = (bytes: readonly number[]) => {
  const content = Uint8Array.from(bytes);
  const file = new File([content], 'venues.csv');
  Object.defineProperty(file, 'arrayBuffer', { value: async () => content.buffer });
  fireEvent.change(screen.getByLabelText('选择文件'), { target: { files: [file] } });
};
/** A file in GB 18030 with semicolons, an empty line, and 循礼门 as the name of a venue. */
const gb18030 = [
  ...[...'id;name_zh\r\n1;'].map((c) => c.charCodeAt(0)),
  ...[0xd1, 0xad, 0xc0, 0xf1, 0xc3, 0xc5],
  ...[...'\r\n\r\n=2;\r\n'].map((c) => c.charCodeAt(0)),
];

test('W-18 a file is previewed with counts and bad rows; only once confirmed is it imported', async () => {
  const { asked, onImported } = open();
  choose(gb18030);
  await screen.findByText('将新增 1，更改 2，不变 0；1 行不能导入。现在还没有改动。');
  const input = { city: '420100', csv: 'id,name_zh\r\n1,循礼门\r\n=2\r\n' };
  expect(asked).toEqual([{ name: 'venues.preview-import', input }]);
  // The empty line of the file is none of what was sent, and its rows keep their numbers.
  screen.getByText('4');
  const link = document.querySelector('[data-part="bad-rows-file"]')?.getAttribute('href') ?? '';
  expect(decodeURIComponent(link.replace(/^data:text\/csv;charset=utf-8,/, ''))).toBe(
    "\uFEFFrow,problem_zh,problem_en,id,name_zh\r\n4,缺少中文名称,the Chinese name is missing,'=2\r\n",
  );
  expect(onImported).not.toHaveBeenCalled();
  fireEvent.click(screen.getByText('导入这 3 个'));
  await screen.findByText('新增 1，更改 2，不变 0，坏行 1。');
  expect(asked[1]).toEqual({ name: 'venues.import-venues', input });
  await waitFor(() => expect(onImported).toHaveBeenCalledTimes(1));
});

test('W-18 a preview that is cancelled leaves everything as it was', async () => {
  const { asked } = open();
  choose(gb18030);
  fireEvent.click(await screen.findByText('取消'));
  expect(document.querySelector('[data-part="preview"]')).toBeNull();
  expect(asked.map(({ name }) => name)).toEqual(['venues.preview-import']);
});
