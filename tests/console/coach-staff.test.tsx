import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { OfficialRole } from '@tongcheng/shared/access';
import { SettingsInFile } from '@tongcheng/shared/oversight/settings-api';
import { CoachStaffScreen } from '../../console/src/features/coaches/staff/coach-staff-screen';
import { officialSession, sampleAt, sampleId } from './samples';
import { type Answers, refusal, show } from './screens';

const stations = ['north', 'south'].map((stationId) => ({
  ...{ stationId, ways: ['scan'] },
  name: { zh: stationId === 'north' ? '演示北站' : '演示南站', en: `Trial ${stationId}` },
}));
const file: unknown = JSON.parse(readFileSync(join(__dirname, '../../cities/420100/settings.json'), 'utf8'));
const settings = SettingsInFile.strip().parse({ ...Object(file), capabilities: { city: {}, coaches: { stations } } });
const operator = { operatorId: sampleId(sampleAt), city: '420100', name: '演示客运一公司', addedAt: sampleAt };
const ready = {
  ...{ invitation: 'ABCD-EFGH-JKMN', expiresAt: sampleAt + 86_400_000 },
  link: 'https://t.example/app/#/pages/crew/index?invitation=ABCD-EFGH-JKMN',
};

const shown = (more: Answers = {}, roles: OfficialRole[] = ['bureau'], operators = [operator]) =>
  show(<CoachStaffScreen />, {
    answers: {
      'venues.list-operators': () => ({ ok: true, value: { operators } }),
      'oversight.get-settings': () => ({ ok: true, value: { settings } }),
      'oversight.create-invitation': () => ({ ok: true, value: ready }),
      'venues.add-operator': () => ({ ok: true, value: operator }),
      ...more,
    },
    session: officialSession({ roles }),
  });
const rowOf = async (name: string) => within((await screen.findByText(name)).closest('tr') ?? document.body);
const sentTo = ({ asked }: ReturnType<typeof show>, endpoint: string) =>
  asked.flatMap(({ name, input }) => (name === endpoint ? [input] : []));

test('L-02 a driver is invited to an operator; code, link and picture are shown once', async () => {
  const user = userEvent.setup();
  const page = shown();
  await user.click((await rowOf('演示客运一公司')).getByRole('button', { name: '邀请' }));
  expect(screen.getByText('演示客运一公司：邀请工作人员')).toBeDefined();
  await user.selectOptions(screen.getByLabelText('身份'), 'attendant');
  await user.selectOptions(screen.getByLabelText('邀请码有效期'), '168');
  await user.click(screen.getByRole('button', { name: '生成邀请码' }));
  expect(await screen.findByText('ABCD-EFGH-JKMN')).toBeDefined();
  expect(screen.getByText(ready.link).getAttribute('href')).toBe(ready.link);
  expect(sentTo(page, 'oversight.create-invitation')).toEqual([
    {
      ...{ city: '420100', role: 'attendant', venueIds: [], validHours: 168 },
      ...{ operatorId: operator.operatorId, scope: { kind: 'operator' } },
    },
  ]);
});

test('L-07 L-08 desks and arrival officers are invited to a station, or to all of them', async () => {
  const user = userEvent.setup();
  const page = shown();
  await user.click((await rowOf('演示南站')).getByRole('button', { name: '邀请' }));
  await user.selectOptions(screen.getByLabelText('身份'), 'ticket-seller');
  await user.click(screen.getByRole('button', { name: '生成邀请码' }));
  await screen.findByText('ABCD-EFGH-JKMN');
  await user.click(screen.getByRole('button', { name: '关闭' }));
  await user.click(screen.getByRole('button', { name: '邀请到全部客运站' }));
  await user.selectOptions(screen.getByLabelText('身份'), 'arrival-officer');
  await user.click(screen.getByRole('button', { name: '生成邀请码' }));
  await screen.findByText('ABCD-EFGH-JKMN');
  expect(sentTo(page, 'oversight.create-invitation')).toEqual([
    expect.objectContaining({ role: 'ticket-seller', scope: { kind: 'stations', stationIds: ['south'] } }),
    expect.objectContaining({ role: 'arrival-officer', scope: { kind: 'stations', stationIds: ['north', 'south'] } }),
  ]);
});

test('an operator is added after saying that it stays; a refusal stays in the dialog', async () => {
  const user = userEvent.setup();
  let refuse = true;
  const page = shown(
    {
      'venues.add-operator': () =>
        refuse
          ? refusal({ code: 'city-unknown', zh: '没有这个城市。', en: 'No such city.', retry: 'never' })
          : { ok: true, value: operator },
    },
    ['bureau'],
    [],
  );
  await screen.findByText('本市还没有登记运营单位。');
  await user.click(screen.getByRole('button', { name: '登记运营单位' }));
  const dialog = within(screen.getByRole('dialog'));
  expect(dialog.getByText(/不能改名、不能删除/)).toBeDefined();
  const add = dialog.getByRole('button', { name: '登记运营单位' });
  expect(add).toHaveProperty('disabled', true);
  await user.type(dialog.getByLabelText('单位全称'), '演示客运二公司');
  await user.click(add);
  expect(await dialog.findByText('没有这个城市。')).toBeDefined();
  refuse = false;
  await user.click(add);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(sentTo(page, 'venues.add-operator')).toContainEqual({ city: '420100', name: '演示客运二公司' });
});

test('who may only look is offered nothing: an auditor sees both lists, an operator invites and adds none', async () => {
  const { unmount } = shown({}, ['auditor']);
  await screen.findByText('演示客运一公司');
  expect(screen.queryByRole('button', { name: /邀请|登记运营单位/ })).toBeNull();
  unmount();
  shown({}, ['operator']);
  await screen.findByText('演示客运一公司');
  expect(screen.queryByRole('button', { name: '登记运营单位' })).toBeNull();
  expect(screen.getAllByRole('button', { name: '邀请' })).toHaveLength(3);
});
