import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { OfficialRole } from '@tongcheng/shared/access';
import { SettingsInFile } from '@tongcheng/shared/oversight/settings-api';
import { MorningSectionsProvider, morningSections } from '../../console/src/client/morning-sections';
import { isSeen } from '../../console/src/client/section';
import { visitorCodesSection } from '../../console/src/features/coaches/visitors/section';
import { VisitorCodesScreen } from '../../console/src/features/coaches/visitors/visitor-codes-screen';
import { MorningScreen } from '../../console/src/features/oversight/morning/morning-screen';
import { officialSession, sampleAt, type ValueOf } from './samples';
import { type Answers, refusal, show } from './screens';

type Invitation = ValueOf<'oversight.list-invitations'>['invitations'][number];

const stations = ['north', 'south'].map((stationId) => ({
  ...{ stationId, ways: ['scan'] },
  name: { zh: stationId === 'north' ? '演示北站' : '演示南站', en: `Trial ${stationId}` },
}));
const file: unknown = JSON.parse(readFileSync(join(__dirname, '../../cities/420100/settings.json'), 'utf8'));
const settings = SettingsInFile.strip().parse({ ...Object(file), capabilities: { city: {}, coaches: { stations } } });

const code = (stationId: string, more: Partial<Invitation> = {}): Invitation => ({
  ...{ invitationId: 'A'.repeat(43), role: 'driver', city: '420100', venues: [], invitedBy: 'o_1', visitors: true },
  scope: { kind: 'stations', stationIds: [stationId] },
  ...{ invitedAt: sampleAt, expiresAt: sampleAt + 7 * 86_400_000 },
  ...more,
});
const posted = {
  ...{ invitation: 'ABCD-EFGH-JKMN', link: 'https://t.example/app/#/pages/crew/index?invitation=ABCD-EFGH-JKMN' },
  expiresAt: sampleAt + 90 * 86_400_000,
};
const answersOf = (invitations: readonly Invitation[], more: Answers = {}): Answers => ({
  'oversight.get-settings': () => ({ ok: true, value: { settings } }),
  'oversight.list-invitations': () => ({ ok: true, value: { invitations: [...invitations] } }),
  'oversight.post-visitor-code': () => ({ ok: true, value: posted }),
  'oversight.revoke-invitation': () => ({ ok: true, value: { revokedAt: sampleAt } }),
  ...more,
});
const rowOf = async (station: string) => within((await screen.findByText(station)).closest('tr') ?? document.body);
const shown = (answers: Answers, roles: OfficialRole[] = ['bureau']) =>
  show(<VisitorCodesScreen />, { answers, session: officialSession({ roles }) });
const askedOf = ({ asked }: ReturnType<typeof show>) =>
  asked.flatMap(({ name, input }) => (/post|revoke/.test(name) ? [[name, input]] : []));

test('L-06 each station with its visitor code: who posted it, when, until when; other invitations are not among them', async () => {
  const { visitors: _visitors, ...other } = code('north', { invitationId: 'B'.repeat(43) });
  shown(answersOf([code('south'), other]));
  const south = await rowOf('演示南站');
  for (const told of ['有效', '您', '2026-11-20 08:14', '2026-11-27 08:14']) south.getByText(told);
  (await rowOf('演示北站')).getByText('没有码');
});

test('L-06 a code is posted for so many days, and shown once as a sheet in both languages', async () => {
  const user = userEvent.setup();
  const scene = shown(answersOf([]));
  await user.click((await rowOf('演示北站')).getByText('生成'));
  await user.selectOptions(screen.getByLabelText('有效天数'), '30');
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: '生成' }));
  const sheet = within(await screen.findByRole('dialog', { name: '演示北站' }));
  for (const told of ['外省车辆司乘登记', 'Coach crews from outside the province', 'Trial north', posted.invitation])
    sheet.getByText(told);
  sheet.getByRole('img', { name: '来访司乘码的链接' });
  expect(sheet.getByRole('link').getAttribute('href')).toBe(posted.link);
  expect(askedOf(scene)).toEqual([
    ['oversight.post-visitor-code', { city: '420100', stationId: 'north', validDays: 30 }],
  ]);
});

test('L-06 a posted code is replaced only for a reason and after its consequences were said: the new one first, then the end of the old', async () => {
  const user = userEvent.setup();
  const scene = shown(answersOf([code('south')]));
  await user.click((await rowOf('演示南站')).getByText('换码'));
  const drawer = within(screen.getByRole('dialog'));
  drawer.getByText(/五秒内退出/);
  const confirm = drawer.getByRole('button', { name: '换码' });
  expect(confirm.hasAttribute('disabled')).toBe(true);
  await user.type(drawer.getByLabelText('停用原因'), '纸被拍照外传');
  await user.click(confirm);
  await screen.findByText(posted.invitation);
  expect(screen.queryByText(/原来的码没有停用/)).toBeNull();
  expect(askedOf(scene)).toEqual([
    ['oversight.post-visitor-code', { city: '420100', stationId: 'south', validDays: 90 }],
    ['oversight.revoke-invitation', { invitationId: 'A'.repeat(43), reason: '纸被拍照外传' }],
  ]);
});

test('L-06 a code that could not be revoked while it was replaced is named beside the new one', async () => {
  const user = userEvent.setup();
  const refused = () =>
    refusal<'oversight.revoke-invitation'>({
      ...{ code: 'invitation-unknown', zh: '没有这个邀请。', en: 'No such invitation.', retry: 'never' },
    });
  shown(answersOf([code('south')], { 'oversight.revoke-invitation': refused }));
  await user.click((await rowOf('演示南站')).getByText('换码'));
  await user.type(screen.getByLabelText('停用原因'), '外传{Enter}');
  await screen.findByText(posted.invitation);
  screen.getByText(/原来的码没有停用/);
});

test('X-24 a code is revoked for a reason, one of a former station too', async () => {
  const user = userEvent.setup();
  const scene = shown(answersOf([code('west')]));
  const row = await rowOf('已不在设置中的车站');
  expect(row.queryByText('换码')).toBeNull();
  await user.click(row.getByText('停用'));
  await user.type(screen.getByLabelText('停用原因'), '车站关闭{Enter}');
  await screen.findByText('已不在设置中的车站 的来访司乘码已停用。');
  expect(askedOf(scene)).toEqual([
    ['oversight.revoke-invitation', { invitationId: 'A'.repeat(43), reason: '车站关闭' }],
  ]);
});

test('who may only look is offered nothing; who may see the section follows from the access rows', async () => {
  shown(answersOf([code('south')]), ['auditor']);
  const row = await rowOf('演示南站');
  expect(row.queryAllByRole('button')).toEqual([]);
  const seers = (['administrator', 'bureau', 'operator', 'health', 'health-supervisor', 'auditor'] as const).filter(
    (role) => isSeen(visitorCodesSection, { roles: [role] }, new Set(['coaches'])),
  );
  expect(seers).toEqual(['administrator', 'bureau', 'operator', 'auditor']);
});

test('a code of which an earlier release did not say when it was made says so by a dash, in English too', async () => {
  const { invitedAt: _at, ...earlier } = code('south');
  show(<VisitorCodesScreen />, { answers: answersOf([earlier]), language: 'en' });
  expect((await rowOf('Trial south')).getAllByText('—')).toHaveLength(1);
});

describe('the morning page', () => {
  const day = 86_400_000;
  const linesOf = async (invitations: readonly Invitation[], roles: OfficialRole[] = ['bureau']) => {
    const session = officialSession({ roles });
    const seen = [visitorCodesSection].filter((section) => isSeen(section, session, new Set(['coaches'])));
    const cities = new Map([
      ['420100', { city: '420100', name: { zh: '武汉', en: 'Wuhan' }, capabilities: ['coaches' as const] }],
    ]);
    const { unmount } = show(
      <MorningSectionsProvider value={morningSections(seen, session)}>
        <MorningScreen clock={() => sampleAt} />
      </MorningSectionsProvider>,
      { answers: answersOf(invitations), session, cities },
    );
    await screen.findByText('时间均为北京时间（UTC+8）', undefined, { timeout: 20_000 });
    const lines = [...document.querySelectorAll('[data-kind] a')].map((link) => [
      link.closest('[data-kind]')?.getAttribute('data-kind'),
      link.textContent,
      link.getAttribute('href'),
    ]);
    unmount();
    return lines;
  };

  test('L-06 a code that ends within a week is told with its time, on its last day as something wrong; a later one is not', async () => {
    const at = (ms: number) => ({ expiresAt: sampleAt + ms });
    expect(await linesOf([code('north', at(6 * day)), code('south', at(8 * day))])).toEqual([
      ['waits', expect.stringMatching(/^演示北站的来访司乘码 11-26 08:14 到期/), '/visitor-codes'],
    ]);
    expect(await linesOf([code('north', at(8 * day)), code('south', at(day))])).toEqual([
      ['wrong', expect.stringMatching(/^演示南站的来访司乘码 11-21 08:14 到期/), '/visitor-codes'],
    ]);
  });

  test('L-06 nothing of a station whose next code is posted, of a former station, of other invitations, and to whoever may post none', async () => {
    const soon = { expiresAt: sampleAt + 2 * day };
    const next = code('north', { invitationId: 'C'.repeat(43), expiresAt: sampleAt + 90 * day });
    const { visitors: _visitors, ...other } = code('south', { invitationId: 'B'.repeat(43), ...soon });
    expect(await linesOf([code('north', soon), next, code('gone', soon), other])).toEqual([]);
    expect(await linesOf([code('north', soon)], ['auditor'])).toEqual([]);
    expect(await linesOf([code('north', soon)], ['operator'])).toHaveLength(1);
  });
});
