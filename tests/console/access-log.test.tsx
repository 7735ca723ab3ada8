import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AccessLogScreen } from '../../console/src/features/oversight/access-log/access-log-screen';
import { officialSession, sampleAt } from './samples';
import { type Answers, refusal, show } from './screens';

const entry = (number: number) => `2026-11-20.000001.0000000${number}`;
const opened = {
  ...{ entry: entry(1), at: sampleAt, purpose: 'report-download' as const, actor: 'official' as const, name: 'chief' },
  ...{ city: '420100', about: '420100.2026-11-19.v1.full', reason: 'review', counts: { riders: 12 } },
};
const exported = {
  ...{ entry: entry(2), at: sampleAt, purpose: 'own-data' as const, actor: 'rider' as const },
  ...{ about: 'own.x', counts: {} },
};
const session = officialSession({ roles: ['auditor'] });
const answers: Answers = {
  'oversight.list-accesses': () => ({ ok: true, value: { accesses: [opened, exported], next: entry(1) } }),
  'oversight.check-accesses': () => ({ ok: true, value: { whole: false, firstBad: entry(2), why: 'missing' } }),
};
const shown = (more: Answers = {}) =>
  show(<AccessLogScreen clock={() => sampleAt} />, { answers: { ...answers, ...more }, session });

afterEach(() => window.history.replaceState(null, '', '/'));

test('X-04 entries are read with who, why, what and their number; a rider has no name', async () => {
  shown();
  await screen.findByText('管理人员 chief');
  const row = (number: number) =>
    within(document.querySelector<HTMLElement>(`tr[data-entry="${entry(number)}"]`) ?? document.body);
  const told = ['管理人员 chief', '下载报表', '2026-11-19 的报表，第 1 版，完整版', 'review · 乘客 12'];
  for (const text of told) row(1).getByText(text);
  row(2).getByText('乘客本人');
  expect(screen.queryByText(entry(1))).toBeNull();
  await userEvent.setup().click(row(1).getByText('详情'));
  const details = within(screen.getByRole('dialog'));
  details.getByText(entry(1));
  details.getByText(opened.about);
});

test('X-04 a search asks for what was typed, cleaned, and pages go back in time', async () => {
  const { asked } = shown();
  const user = userEvent.setup();
  await user.selectOptions(await screen.findByLabelText('目的'), '下载报表');
  await user.type(screen.getByLabelText(/^谁/), ' chief\u200b');
  await user.click(screen.getByRole('button', { name: '查询' }));
  await user.click(await screen.findByRole('button', { name: '更早的记录' }));
  await screen.findByRole('button', { name: '回到最新' });
  const inputs = asked.map(({ input }) => input);
  expect(inputs).toHaveLength(3);
  expect(inputs[1]).toMatchObject({ purpose: 'report-download', who: 'chief' });
  expect(inputs[2]).toMatchObject({ purpose: 'report-download', who: 'chief', after: entry(1) });
});

test('X-04 a check names the first entry that does not fit and what to do; a whole log says so', async () => {
  const first = shown();
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: '开始核对' }));
  expect((await screen.findByRole('alert')).textContent).toMatch(/第一处不符：.*00000002——这一条不见了。请保留现场/);
  first.unmount();
  const head = `2026-11-20 ${'a'.repeat(64)}`;
  const { asked } = shown({
    'oversight.check-accesses': () => ({ ok: true, value: { whole: true, entries: 1_234, lastHead: head, ended: 0 } }),
  });
  await user.type(await screen.findByLabelText('邮件里的链头（可不填）'), head);
  await user.click(screen.getByRole('button', { name: '开始核对' }));
  await waitFor(() => screen.getByText('完整：核对了 1,234 条。'));
  expect(asked.at(-1)?.input).toMatchObject({ head });
});

test('X-04 no file is made before the taking out is on record; a refusal makes none and is told', async () => {
  const made = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  const { asked } = shown();
  const user = userEvent.setup();
  await user.click(await screen.findByText('导出 CSV'));
  await waitFor(() => expect(made).toHaveBeenCalledTimes(1));
  expect(asked.at(-1)).toMatchObject({ name: 'oversight.list-accesses', input: { exported: true, limit: 100 } });
  cleanup();
  const failure = { code: 'fault', retry: 'later', zh: '服务出了问题', en: 'x' } as const;
  shown({
    'oversight.list-accesses': (input) =>
      JSON.stringify(input).includes('exported')
        ? refusal<'oversight.list-accesses'>(failure)
        : { ok: true, value: { accesses: [opened] } },
  });
  await user.click(await screen.findByText('导出 CSV'));
  await screen.findByText('服务出了问题');
  expect(made).toHaveBeenCalledTimes(1);
  made.mockRestore();
});

test('X-04 the address keeps what was asked and the page, and Back goes a page back', async () => {
  const { asked } = shown();
  const user = userEvent.setup();
  await user.selectOptions(await screen.findByLabelText('目的'), '下载报表');
  await user.click(screen.getByRole('button', { name: '查询' }));
  await user.click(await screen.findByRole('button', { name: '更早的记录' }));
  await screen.findByRole('button', { name: '回到最新' });
  cleanup();
  shown();
  await screen.findByRole('button', { name: '回到最新' });
  expect(screen.getByLabelText<HTMLSelectElement>('目的').value).toBe('report-download');
  expect(asked.at(-1)?.input).toMatchObject({ purpose: 'report-download', after: entry(1) });
});

test('X-04 days without an entry, and a page that found nothing yet, are told apart', async () => {
  const first = shown({ 'oversight.list-accesses': () => ({ ok: true, value: { accesses: [] } }) });
  await screen.findByText('这些日子里没有符合条件的记录。');
  first.unmount();
  shown({ 'oversight.list-accesses': () => ({ ok: true, value: { accesses: [], next: entry(1) } }) });
  await screen.findByText('这一页没有符合的记录，可以继续往前找。');
});
