import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { VenuesScreen } from '../../console/src/features/venues/venues-screen';
import { bus, officialSession, sampleAt, station, venueRow } from './samples';
import { type Answers, refusal, show } from './screens';

const rows = [venueRow(bus, '7K3M-Q2XD'), venueRow(station, '2AB1-0CTM', { generation: 1 })];
const session = officialSession({ roles: ['operator'] });
const open = async (answers: Answers = {}, venues = rows) => {
  const listing: Answers = { 'venues.list-venues': () => ({ ok: true, value: { venues, total: venues.length } }) };
  const shown = show(<VenuesScreen />, { answers: { ...listing, ...answers }, session });
  await screen.findByText('2路 鄂A·12345');
  const asked = (name: string) => shown.asked.filter((one) => one.name === name).map(({ input }) => input);
  return { asked, user: userEvent.setup() };
};
const rowOf = (name: string) => within(screen.getByText(name).closest('tr') ?? document.body);
const dialog = async () => within(await screen.findByRole('dialog'));
const drawerOf = async (user: ReturnType<typeof userEvent.setup>, name: string) => {
  await user.click(rowOf(name).getByText('详情'));
  return dialog();
};

test('W-18 stickers of the venues chosen come as one PDF, with how many and until when', async () => {
  const file = { url: '#stickers', expiresAt: sampleAt + 900_000 };
  const { asked, user } = await open({
    'venues.print-stickers': () => ({ ok: true, value: { file, stickers: 5, pages: 1 } }),
  });
  expect(screen.queryByText('打印贴纸（PDF）')).toBeNull();
  await user.click(screen.getByText('选择找到的全部 2 个'));
  await user.click(screen.getByText('打印贴纸（PDF）'));
  const stickers = await dialog();
  await stickers.findByText(/5 张贴纸，共 1 页/);
  expect(stickers.getByText('打开文件').getAttribute('href')).toBe('#stickers');
  const venueIds = [bus.venueId, station.venueId];
  expect(asked('venues.print-stickers')).toEqual([{ venueIds }]);
  await user.click(stickers.getByText('关闭'));
  await user.click(screen.getByText('打印海报（A3）'));
  await (await dialog()).findByText(/5 张 A3 海报，共 1 页/);
  expect(asked('venues.print-stickers').at(-1)).toEqual({ venueIds, size: 'poster' });
});

/** More than one file holds, one of them out of use. */
const many = [
  ...rows,
  ...Array.from({ length: 400 }, (_, at) =>
    venueRow({ ...station, venueId: `s-${at}` }, `S${at}`, at === 0 ? { revoked: true } : {}),
  ),
];

test('W-18 stickers of many venues come file by file; they can be stopped, and it is said what is missing', async () => {
  let file = 0;
  const { asked, user } = await open(
    {
      'venues.print-stickers': () => {
        file += 1;
        if (file === 2) fireEvent.click(screen.getByText('停止'));
        return { ok: true, value: { file: { url: `#${file}`, expiresAt: sampleAt }, stickers: 200, pages: 34 } };
      },
    },
    many,
  );
  await user.click(screen.getByText('选择找到的全部 402 个'));
  await user.click(screen.getByText('打印贴纸（PDF）'));
  await screen.findByText('已停止：还有 1 个乘车点没有打印。');
  expect(screen.getByText('打开文件 2').getAttribute('href')).toBe('#2');
  expect(asked('venues.print-stickers').map((input) => JSON.stringify(input).includes('"s-0"'))).toEqual([
    false,
    false,
  ]);
});

test('W-18 a code is revoked for a reason only, once it was said what riders will see; the drawer tells the reason', async () => {
  const revoked = venueRow(bus, '7K3M-Q2XD', { revoked: true, revokedReason: '贴纸被撕' });
  const { asked, user } = await open({ 'venues.revoke-code': () => ({ ok: true, value: revoked }) });
  await user.click((await drawerOf(user, '2路 鄂A·12345')).getByText('停用'));
  const box = await dialog();
  box.getByText(/扫码的乘客会看到“已停用”/);
  box.getByText('7K3M-Q2XD');
  const confirm = box.getByRole('button', { name: '停用' });
  await user.type(box.getByLabelText('停用原因'), '   ');
  expect(confirm.hasAttribute('disabled')).toBe(true);
  await user.type(box.getByLabelText('停用原因'), '贴纸被撕');
  await user.click(confirm);
  await screen.findByText('已停用 1 个乘车码：2路 鄂A·12345 7K3M-Q2XD');
  expect(asked('venues.revoke-code')).toEqual([{ venueId: bus.venueId, reason: '贴纸被撕' }]);
  rowOf('2路 鄂A·12345').getByText('已停用');
  (await drawerOf(user, '2路 鄂A·12345')).getByText(/停用原因：贴纸被撕/);
});

test('W-18 codes chosen together are replaced one by one; a refusal leaves what is left in the dialog', async () => {
  const replaced = venueRow(bus, '9ZZZ-1111', { generation: 1 });
  const { asked, user } = await open({
    'venues.replace-code': (input) =>
      JSON.stringify(input).includes(bus.venueId)
        ? { ok: true, value: replaced }
        : refusal({ code: 'venue-unknown', retry: 'never', zh: '没有这个乘车点。', en: 'No such venue.' }),
  });
  await user.click(screen.getByText('选择找到的全部 2 个'));
  await user.click(screen.getByText('换码'));
  const box = await dialog();
  box.getByText(/以下 2 个乘车码立即作废/);
  await user.click(box.getByRole('button', { name: '换码' }));
  await screen.findByText('已换发 1 个新码，请打印新贴纸：2路 鄂A·12345 9ZZZ-1111');
  box.getByText(/以下 1 个乘车码立即作废/);
  expect(box.queryByText('7K3M-Q2XD')).toBeNull();
  expect(asked('venues.replace-code')).toEqual([{ venueId: bus.venueId }, { venueId: station.venueId }]);
});

test('W-18 the list is narrowed in the address, and tells which issue of its code a venue has', async () => {
  window.history.replaceState(null, '', '/?venues.mode=metro');
  show(<VenuesScreen />, {
    answers: { 'venues.list-venues': () => ({ ok: true, value: { venues: rows, total: 2 } }) },
    session,
  });
  await screen.findByText('江汉路站');
  expect(screen.queryByText('2路 鄂A·12345')).toBeNull();
  rowOf('江汉路站').getByText('第 2 版');
});

test('a long list is read page by page, and what is there can be used meanwhile', async () => {
  const { asked } = await open({
    'venues.list-venues': (input) =>
      JSON.stringify(input).includes('after')
        ? { ok: true, value: { venues: rows.slice(1), total: 2 } }
        : { ok: true, value: { venues: rows.slice(0, 1), total: 2, next: 'page-2' } },
  });
  await screen.findByText('江汉路站');
  await waitFor(() => expect(document.querySelector('[data-part="progress"]')).toBeNull());
  expect(asked('venues.list-venues')).toEqual([
    { city: '420100', limit: 1000 },
    { city: '420100', limit: 1000, after: 'page-2' },
  ]);
});
