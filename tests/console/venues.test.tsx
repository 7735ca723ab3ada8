import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { VenuesScreen } from '../../console/src/features/venues/venues-screen';
import { bus, officialSession, sampleAt, station, venueRow } from './samples';
import { type Answers, show } from './screens';

const rows = [venueRow(bus, '7K3M-Q2XD'), venueRow(station, '2AB1-0CTM', { generation: 1 })];
const session = officialSession({ roles: ['operator'] });
const open = async (answers: Answers) => {
  const listing: Answers = { 'venues.list-venues': () => ({ ok: true, value: { venues: rows, total: rows.length } }) };
  const shown = show(<VenuesScreen />, { answers: { ...listing, ...answers }, session });
  await screen.findByText('2路 鄂A·12345');
  const asked = (name: string) => shown.asked.filter((one) => one.name === name).map(({ input }) => input);
  return { asked, user: userEvent.setup() };
};
const rowOf = (name: string) => within(screen.getByText(name).closest('tr') ?? document.body);

test('W-18 stickers of the venues chosen come as one PDF, with how many and until when', async () => {
  const file = { url: '#stickers', expiresAt: sampleAt + 900_000 };
  const { asked, user } = await open({
    'venues.print-stickers': () => ({ ok: true, value: { file, stickers: 5, pages: 1 } }),
  });
  expect(screen.queryByText('打印贴纸（PDF）')).toBeNull();
  await user.click(screen.getByLabelText('选择本页全部'));
  await user.click(screen.getByText('打印贴纸（PDF）'));
  const dialog = within(await screen.findByRole('dialog'));
  dialog.getByText(/5 张贴纸，共 1 页/);
  expect(dialog.getByText('打开文件').getAttribute('href')).toBe('#stickers');
  const venueIds = [bus.venueId, station.venueId];
  expect(asked('venues.print-stickers')).toEqual([{ venueIds }]);
  await user.click(dialog.getByText('关闭'));
  await user.click(screen.getByText('打印海报（A3）'));
  within(await screen.findByRole('dialog')).getByText(/5 张 A3 海报，共 1 页/);
  expect(asked('venues.print-stickers').at(-1)).toEqual({ venueIds, size: 'poster' });
});

test('W-18 a code is revoked for a reason only, once it was said what riders will see', async () => {
  const revoked = venueRow(bus, '7K3M-Q2XD', { revoked: true });
  const { asked, user } = await open({ 'venues.revoke-code': () => ({ ok: true, value: revoked }) });
  await user.click(rowOf('2路 鄂A·12345').getByText('停用'));
  const dialog = within(screen.getByRole('dialog'));
  dialog.getByText(/扫它的乘客会看到“已停用”/);
  const confirm = dialog.getByRole('button', { name: '停用' });
  await user.type(dialog.getByLabelText('停用原因'), '   ');
  expect(confirm.hasAttribute('disabled')).toBe(true);
  await user.type(dialog.getByLabelText('停用原因'), '贴纸被撕');
  await user.click(confirm);
  await screen.findByText('2路 鄂A·12345 的乘车码已停用。');
  expect(asked('venues.revoke-code')).toEqual([{ venueId: bus.venueId, reason: '贴纸被撕' }]);
  expect(asked('venues.list-venues')).toHaveLength(2);
});

test('W-18 a code is replaced once it was said that posted ones stop; the new one is told', async () => {
  const replaced = venueRow(bus, '9ZZZ-1111', { generation: 1 });
  const { asked, user } = await open({ 'venues.replace-code': () => ({ ok: true, value: replaced }) });
  await user.click(rowOf('2路 鄂A·12345').getByText('换码'));
  const dialog = within(screen.getByRole('dialog'));
  dialog.getByText(/（7K3M-Q2XD）立即作废/);
  await user.click(dialog.getByRole('button', { name: '换码' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  screen.getByText('2路 鄂A·12345 的新短码：9ZZZ-1111。请打印新贴纸。');
  expect(asked('venues.replace-code')).toEqual([{ venueId: bus.venueId }]);
});

test('W-18 the list tells which issue of its code a venue has, once it was replaced', async () => {
  await open({});
  expect(rowOf('2路 鄂A·12345').queryByText(/^第/)).toBeNull();
  rowOf('江汉路站').getByText('第 2 版');
});
