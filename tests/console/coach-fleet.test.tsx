import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { OfficialRole } from '@tongcheng/shared/access';
import type { Answer } from '@tongcheng/shared/client';
import type { LineRow, VehicleRow } from '@tongcheng/shared/coaches/fleet-api';
import { SettingsInFile } from '@tongcheng/shared/oversight/settings-api';
import { CoachStaffScreen } from '../../console/src/features/coaches/staff/coach-staff-screen';
import { officialSession, sampleAt, sampleId } from './samples';
import { type Answers, refusal, show } from './screens';

const file: unknown = JSON.parse(readFileSync(join(__dirname, '../../cities/420100/settings.json'), 'utf8'));
const settings = SettingsInFile.strip().parse(file);
const operatorId = sampleId(sampleAt);
const operator = { operatorId, city: '420100', name: '演示客运一公司', addedAt: sampleAt };
const changed = { changedAt: sampleAt, changedBy: sampleId(sampleAt + 1) };
const vehicles: readonly VehicleRow[] = [
  { vehicleId: 'A'.repeat(26), plate: '鄂A46172', seats: 45, size: 'large', grade: 'high-1', ...changed },
  {
    ...{ vehicleId: 'B'.repeat(26), plate: '鄂A46173', seats: 33, size: 'medium', ...changed },
    outOfUse: { since: sampleAt, reason: 'repair' },
  },
];
const lines: readonly LineRow[] = [
  {
    ...{ lineId: 'C'.repeat(26), service: 'line', serviceNumber: 'C7', lineClass: 2, inScope: true, ...changed },
    ...{ origin: { name: '演示客运站' }, destination: { name: '演示到达站' }, stops: [{ name: '演示途经站' }] },
  },
  {
    ...{ lineId: 'D'.repeat(26), service: 'line', serviceNumber: 'C4', lineClass: 4, inScope: false, ...changed },
    ...{ origin: { name: '演示客运站' }, destination: { name: '演示村' }, stops: [] },
  },
];

const opened = async (more: Answers = {}, roles: OfficialRole[] = ['operator'], language: 'zh' | 'en' = 'zh') => {
  const user = userEvent.setup();
  const page = show(<CoachStaffScreen />, {
    language,
    answers: {
      'venues.list-operators': () => ({ ok: true, value: { operators: [operator] } }),
      'oversight.get-settings': () => ({ ok: true, value: { settings } }),
      'coaches.list-fleet': () => ({ ok: true, value: { vehicles: [...vehicles], lines: [...lines] } }),
      'coaches.set-vehicle': () => ({ ok: true, value: { vehicleId: 'E'.repeat(26) } }),
      'coaches.end-vehicle': () => ({ ok: true, value: {} }),
      'coaches.set-line': () => ({ ok: true, value: { lineId: 'F'.repeat(26) } }),
      'coaches.end-line': () => ({ ok: true, value: {} }),
      ...more,
    },
    session: officialSession({ roles }),
  });
  await user.click(
    await screen.findByRole('button', { name: language === 'zh' ? '车辆与班线' : 'Vehicles and lines' }),
  );
  await screen.findByText('鄂A·46172');
  return { user, page };
};
const rowOf = (text: string) => within(screen.getByText(text).closest('tr') ?? document.body);
const sentTo = ({ asked }: ReturnType<typeof show>, endpoint: string) =>
  asked.flatMap(({ name, input }) => (name === endpoint ? [input] : []));
const of = { city: '420100', operatorId };

test('L-02 an operator’s vehicles and lines stand in its list with what they are and whether crews are offered them', async () => {
  const { user } = await opened();
  expect(rowOf('鄂A·46172').getByText('高一级')).toBeDefined();
  expect(rowOf('鄂A·46173').getByText(/停用：维修/)).toBeDefined();
  expect(rowOf('C7').getByText('演示客运站 → 演示途经站 → 演示到达站')).toBeDefined();
  expect(rowOf('C4').getByText(/不要求登记/)).toBeDefined();
  await user.type(screen.getAllByRole('searchbox')[0] ?? document.body, '46173');
  expect(screen.queryByText('鄂A·46172')).toBeNull();
  expect(window.location.href).not.toContain('46173');
  await user.click(screen.getByRole('button', { name: '返回全部运营单位' }));
  expect(await screen.findByText('演示客运一公司')).toBeDefined();
});

test('L-02 a vehicle is added once its plate can exist; a refusal stays in the form', async () => {
  const failure: Answer<'coaches.set-vehicle'> = refusal({
    code: 'vehicle-elsewhere',
    zh: '在别处使用中。',
    en: 'In use elsewhere.',
    retry: 'after-change',
  });
  let isRefused = true;
  const { user, page } = await opened({
    'coaches.set-vehicle': () => (isRefused ? failure : { ok: true, value: { vehicleId: 'E'.repeat(26) } }),
  });
  await user.click(screen.getByRole('button', { name: '登记车辆' }));
  const form = within(screen.getByRole('dialog'));
  const save = form.getByRole('button', { name: '保存' });
  await user.type(form.getByLabelText('车牌号'), '鄂A·4617I');
  await user.type(form.getByLabelText('乘客座位数'), '0');
  expect(form.getByText(/不是能有的车牌/)).toBeDefined();
  expect(form.getByText(/1 到 120/)).toBeDefined();
  expect(save).toHaveProperty('disabled', true);
  await user.type(form.getByLabelText('车牌号'), '{Backspace}5');
  await user.clear(form.getByLabelText('乘客座位数'));
  await user.type(form.getByLabelText('乘客座位数'), '39');
  await user.selectOptions(form.getByLabelText('等级'), 'middle');
  await user.click(save);
  expect(await form.findByText('在别处使用中。')).toBeDefined();
  isRefused = false;
  await user.click(save);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(screen.getByRole('status').textContent).toContain('鄂A·46175');
  expect(sentTo(page, 'coaches.set-vehicle')[1]).toEqual({
    ...{ ...of, plate: '鄂A46175', seats: 39, size: 'large', grade: 'middle' },
  });
  expect(sentTo(page, 'coaches.list-fleet')).toHaveLength(2);
});

test('L-02 a vehicle out of use is used again as it is, one in use is ended with a reason', async () => {
  const { user, page } = await opened();
  await user.click(rowOf('鄂A·46173').getByRole('button', { name: '恢复使用' }));
  await user.click(screen.getByRole('button', { name: '保存' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(sentTo(page, 'coaches.set-vehicle')).toEqual([{ ...of, plate: '鄂A46173', seats: 33, size: 'medium' }]);
  await user.click(rowOf('鄂A·46172').getByRole('button', { name: '停用' }));
  await user.selectOptions(screen.getByLabelText('原因'), 'typed-wrong');
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: '停用' }));
  await waitFor(() => expect(screen.getByRole('status').textContent).toContain('已删除'));
  expect(sentTo(page, 'coaches.end-vehicle')).toEqual([{ ...of, vehicleId: 'A'.repeat(26), reason: 'typed-wrong' }]);
});

test('L-02 a line is added with its class and stops, changed without its ends, and ended', async () => {
  const { user, page } = await opened();
  await user.click(screen.getByRole('button', { name: '登记班线' }));
  const form = within(screen.getByRole('dialog'));
  await user.type(form.getByLabelText('班次号'), 'D9');
  await user.type(form.getByLabelText('始发地'), '演示客运站');
  await user.type(form.getByLabelText('目的地'), '演示到达站');
  await user.selectOptions(form.getByLabelText('班线类别'), '3');
  await user.type(form.getByLabelText('途经站'), ' 甲站 {Enter}{Enter}乙站');
  await user.click(form.getByRole('button', { name: '保存' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.click(rowOf('C7').getByRole('button', { name: '更改' }));
  expect(screen.queryByLabelText('班次号')).toBeNull();
  await user.selectOptions(screen.getByLabelText('班线或包车'), 'charter');
  expect(screen.queryByLabelText('班线类别')).toBeNull();
  await user.click(screen.getByRole('button', { name: '保存' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const ends = { origin: '演示客运站', destination: '演示到达站' };
  expect(sentTo(page, 'coaches.set-line')).toEqual([
    { ...of, ...ends, serviceNumber: 'D9', service: 'line', lineClass: 3, stops: ['甲站', '乙站'] },
    { ...of, ...ends, serviceNumber: 'C7', service: 'charter', stops: ['演示途经站'] },
  ]);
  await user.click(rowOf('C4').getByRole('button', { name: '停用' }));
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: '停用' }));
  await waitFor(() => expect(screen.getByRole('status').textContent).toContain('已停用'));
  expect(sentTo(page, 'coaches.end-line')).toEqual([{ ...of, lineId: 'D'.repeat(26), reason: 'suspended' }]);
});

test('L-11 the bureau reads the list and is offered no change; an auditor is not offered the list', async () => {
  const { page } = await opened({}, ['bureau'], 'en');
  expect(screen.queryByRole('button', { name: /Add|Change|out of use|again/ })).toBeNull();
  page.unmount();
  show(<CoachStaffScreen />, {
    answers: {
      'venues.list-operators': () => ({ ok: true, value: { operators: [operator] } }),
      'oversight.get-settings': () => ({ ok: true, value: { settings } }),
    },
    session: officialSession({ roles: ['auditor'] }),
  });
  await screen.findByText('演示客运一公司');
  expect(screen.queryByRole('button', { name: '车辆与班线' })).toBeNull();
});
