import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { csvText } from '@tongcheng/shared/csv';
import { dayOf } from '@tongcheng/shared/time';
import { ConfirmScreen } from '../../console/src/features/reports/confirm-screen';
import { answerInWords } from '../../console/src/features/reports/mail-answer';
import { RecipientsScreen } from '../../console/src/features/reports/recipients-screen';
import { ReportsScreen } from '../../console/src/features/reports/reports-screen';
import { csvOf } from '../../console/src/kit/table-view';
import { delivery, officialSession, recipient, report, sampleAt } from './samples';
import { type Answers, refusal, show } from './screens';

const clock = () => sampleAt;
const link = { url: '#file', expiresAt: sampleAt + 300_000 };
const reports = [report('2026-11-19'), report('2026-11-18', { reportId: 'v2', version: 2, passwordProtected: false })];
const deliveries = [delivery('2026-11-19', { state: 'failed', lastAnswer: '550 5.1.1' }), delivery('2026-11-18')];
const listing: Answers = { 'reports.list-reports': () => ({ ok: true, value: { reports, deliveries } }) };

test('R-02 the states of deliveries stand in words, R-03 a supplement is named as such', async () => {
  show(<ReportsScreen clock={clock} />, { answers: listing });
  await screen.findByText('发送失败');
  screen.getByText('550 5.1.1');
  expect(screen.getByText('补报 1').tagName).toBe('MARK');
  expect(document.querySelector('[data-day="2026-11-19"]')?.getAttribute('data-state')).toBe('trouble');
});

test('R-02 a delivery whose time has come says so, without what the server said to an earlier sending', async () => {
  const { sentAt: _first, ...once } = delivery('2026-11-19', { state: 'queued', repeats: 1 });
  const due = { ...once, attempts: 0, lastAnswer: '250 OK', nextAttemptAt: sampleAt };
  const later = { ...once, deliveryId: 'later', lastAnswer: '451', nextAttemptAt: sampleAt + 60_000 };
  show(<ReportsScreen clock={clock} />, {
    answers: { 'reports.list-reports': () => ({ ok: true, value: { reports, deliveries: [due, later] } }) },
  });
  await screen.findByText('几分钟内发出');
  expect(screen.queryByText('250 OK')).toBeNull();
  screen.getByText(/^下次尝试/);
  screen.getByText('451');
});

test('the days shown end with today, not with the week', async () => {
  show(<ReportsScreen clock={clock} />, { answers: listing });
  const days = (await screen.findByText(/ 至 /)).textContent;
  expect(days).toMatch(new RegExp(`至 ${dayOf(sampleAt)}$`));
});

test('a download asks for the purpose, records it, and offers oversight for masked reports only', async () => {
  const user = userEvent.setup();
  const { asked } = show(<ReportsScreen clock={clock} />, {
    answers: {
      ...listing,
      'reports.download-report': () => ({ ok: true, value: { file: link, sha256: 'ab'.repeat(32) } }),
      'reports.show-password': () => ({ ok: true, value: { password: 'TCNBF-JSRGF' } }),
    },
  });
  await user.click((await screen.findAllByText('下载'))[0] ?? document.body);
  const dialog = within(screen.getByRole('dialog'));
  expect(dialog.queryByText('行业监管')).toBeNull();
  expect(dialog.getByRole('button', { name: '下载' }).hasAttribute('disabled')).toBe(true);
  await user.click(dialog.getByText('疫情防控'));
  await user.click(dialog.getByRole('button', { name: '下载' }));
  expect((await dialog.findByText('打开文件')).getAttribute('href')).toBe('#file');
  await user.click(dialog.getByText('查看打开密码（会记录）'));
  await dialog.findByText('TCNBF-JSRGF');
  const opened = asked.filter(({ name }) => name !== 'reports.list-reports').map(({ input }) => input);
  const sent = { reportId: '420100.2026-11-19.1.full', purpose: 'epidemic-control' };
  expect(opened).toEqual([sent, sent]);
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('R-02 a report is sent again once it was said what goes to whom; one under way is not offered', async () => {
  const user = userEvent.setup();
  const queued = delivery('2026-11-19', { deliveryId: 'waits', state: 'queued' });
  const failed = delivery('2026-11-18', { deliveryId: 'failed', state: 'failed' });
  const { asked } = show(<ReportsScreen clock={clock} />, {
    answers: {
      'reports.list-reports': () => ({ ok: true, value: { reports, deliveries: [queued, failed] } }),
      'reports.send-again': () => ({ ok: true, value: { ...failed, state: 'queued', repeats: 1 } }),
    },
  });
  const [first, second] = await screen.findAllByRole('button', { name: '重新发送' });
  expect([first?.hasAttribute('disabled'), second?.hasAttribute('disabled')]).toEqual([true, false]);
  await user.click(second ?? document.body);
  const dialog = within(screen.getByRole('dialog'));
  dialog.getByText(/2026-11-18.*duty@bureau\.example/);
  await user.click(dialog.getByRole('button', { name: '重新发送' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(asked.filter(({ name }) => name === 'reports.send-again').map(({ input }) => input)).toEqual([
    { deliveryId: 'failed' },
  ]);
});

test('a recipient confirms by a tap, never by the opening of the link; a link that no longer holds says so', async () => {
  const user = userEvent.setup();
  const over = { code: 'confirmation-refused', retry: 'never', zh: '这个确认链接已失效。', en: 'Over.' } as const;
  const answers: Answers = {
    'reports.confirm-recipient': (input) =>
      JSON.stringify(input).includes('good')
        ? { ok: true, value: { address: 'duty@bureau.example', city: '420100' } }
        : refusal<'reports.confirm-recipient'>(over),
  };
  const { asked, unmount } = show(<ConfirmScreen token="good" />, { answers });
  expect(asked).toEqual([]);
  await user.click(screen.getByRole('button', { name: '确认接收' }));
  await screen.findByText(/duty@bureau\.example/);
  unmount();
  show(<ConfirmScreen token="old" />, { answers });
  await user.click(screen.getByRole('button', { name: '确认接收' }));
  await screen.findByText('这个确认链接已失效。');
});

test('R-02 deliveries are searched, ordered and narrowed to a state; the address keeps it; the details tell all', async () => {
  const user = userEvent.setup();
  const failed = delivery('2026-11-18', { deliveryId: 'failed', state: 'failed', recipient: 'b@x.example' });
  const deliveries = [delivery('2026-11-19', { recipient: 'c@x.example' }), failed, delivery('2026-11-17')];
  show(<ReportsScreen clock={clock} />, {
    answers: { 'reports.list-reports': () => ({ ok: true, value: { reports, deliveries } }) },
  });
  await screen.findByText('c@x.example');
  const recipients = () =>
    [...document.querySelectorAll('[data-delivery] td.address')].map(({ textContent }) => textContent);
  await user.click(screen.getAllByText('收件人').find((one) => one.closest('thead')) ?? document.body);
  expect(recipients()).toEqual(['b@x.example', 'c@x.example', 'duty@bureau.example']);
  await user.type(screen.getByLabelText('在“发送”中查找'), 'x.example');
  expect(recipients()).toEqual(['b@x.example', 'c@x.example']);
  await user.click(screen.getByText('失败'));
  expect(recipients()).toEqual(['b@x.example']);
  const address = new URLSearchParams(window.location.search);
  expect([...address].sort()).toEqual([
    ['deliveries.find', 'x.example'],
    ['deliveries.sort', 'recipient'],
    ['deliveries.state', 'failed'],
  ]);
  await user.click(document.querySelector('[data-delivery="failed"] [data-act="details"]') ?? document.body);
  within(screen.getByRole('dialog')).getByText(failed.messageId);
});

test('what mail servers answer is told in words, and what a spreadsheet would calculate is exported as text', () => {
  expect(
    ['250 OK', '451 4.7.1', '550 5.1.1', '554', 'connect ECONNREFUSED'].map((said) => answerInWords(said)?.zh),
  ).toEqual([
    '邮件服务器已收下',
    '邮件服务器暂时不收，会自动再试',
    '收件邮箱不存在或拒收',
    '邮件服务器拒收',
    '连不上邮件服务器',
  ]);
  expect(answerInWords('OpenID unknown')).toBeUndefined();
  const columns = [{ id: 'a', name: { zh: '甲', en: 'A' }, text: (row: { readonly a: string }) => row.a }];
  expect(csvOf([{ a: '=1+1' }], columns, ({ zh }) => zh)).toBe(`\uFEFF${csvText([['甲'], ["'=1+1"]])}`);
});

test('who may not download is not offered it', async () => {
  show(<ReportsScreen clock={clock} />, { answers: listing, session: officialSession({ roles: ['auditor'] }) });
  await screen.findByText('补报 1');
  expect(screen.queryByText('下载')).toBeNull();
  expect(screen.queryByText('重新发送')).toBeNull();
});

test('a failure is told in the words of the answer, in the reader’s language, with a way on', async () => {
  const failure = {
    code: 'fault',
    retry: 'later',
    zh: '服务出了问题',
    en: 'Something went wrong on our side',
  } as const;
  const answers = { 'reports.list-reports': () => refusal<'reports.list-reports'>(failure) };
  show(<ReportsScreen clock={clock} />, { answers, language: 'en' });
  await screen.findByText('Something went wrong on our side');
  screen.getByText('Try again');
});

test('nobody approves their own proposal; another official is asked first what it does', async () => {
  const user = userEvent.setup();
  const mine = recipient({ recipientId: 'mine', address: 'a@x.example', state: 'proposed', proposedBy: 'o_1' });
  const other = recipient({
    recipientId: 'other',
    address: 'b@x.example',
    state: 'proposed',
    proposedBy: 'deputy',
    proposal: 'p',
  });
  const { asked } = show(<RecipientsScreen clock={clock} />, {
    answers: {
      'reports.list-recipients': () => ({ ok: true, value: { recipients: [mine, other] } }),
      'reports.decide-recipient': () => ({ ok: true, value: { ...other, state: 'approved' } }),
    },
  });
  await screen.findByText('您提议的，须由他人批准');
  expect(screen.getAllByText('批准', { selector: 'button' })).toHaveLength(1);
  await user.click(screen.getByText('批准', { selector: 'button' }));
  const dialog = within(screen.getByRole('dialog'));
  dialog.getByText('批准 deputy 的提议：把完整（含姓名和号码）报表发给 b@x.example。');
  await user.click(dialog.getByRole('button', { name: '批准' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const approval = { recipientId: 'other', approve: true, proposal: 'p' };
  expect(asked).toContainEqual({ name: 'reports.decide-recipient', input: approval });
});

test('R-01 of a removal its own proposer decides nothing, whoever once proposed the recipient may, and reads why', async () => {
  const user = userEvent.setup();
  const until = sampleAt + 86_400_000;
  const mine = recipient({
    ...{ recipientId: 'mine', address: 'a@x.example', state: 'removal-proposed', proposal: 'p' },
    ...{ proposedBy: 'deputy', waits: { by: 'o_1', reason: '离职', until } },
  });
  const other = recipient({
    ...{ recipientId: 'other', address: 'b@x.example', state: 'removal-proposed', proposal: 'q' },
    ...{ proposedBy: 'o_1', waits: { by: 'deputy', reason: '单位撤销', until } },
  });
  const past = recipient({
    ...{ recipientId: 'past', address: 'c@x.example', state: 'proposed', proposal: 'r' },
    ...{ proposedBy: 'deputy', waits: { by: 'deputy', reason: '新单位', until: sampleAt - 1 } },
  });
  show(<RecipientsScreen clock={clock} />, {
    answers: { 'reports.list-recipients': () => ({ ok: true, value: { recipients: [mine, other, past] } }) },
  });
  await screen.findByText('您提议的，须由他人批准');
  const row = (id: string) =>
    within(document.querySelector<HTMLElement>(`tr[data-recipient="${id}"]`) ?? document.body);
  expect(
    row('mine')
      .getAllByRole('button')
      .map((each) => each.textContent),
  ).toEqual(['撤回']);
  row('past').getByText(/过了一周没有批准/);
  expect(row('past').queryByText('批准')).toBeNull();
  row('past').getByText('否决');
  await user.click(row('other').getByText('批准'));
  const dialog = within(screen.getByRole('dialog'));
  dialog.getByText('批准 deputy 的提议：不再把报表发给 b@x.example。');
  dialog.getByText('原因：单位撤销');
});

test('who may do nothing about recipients sees no column of acts', async () => {
  show(<RecipientsScreen clock={clock} />, {
    answers: { 'reports.list-recipients': () => ({ ok: true, value: { recipients: [recipient()] } }) },
    session: officialSession({ roles: ['auditor'] }),
  });
  await screen.findByText('duty@bureau.example');
  expect(screen.queryByText('操作')).toBeNull();
});

test('L-12 a recipient may be an account of WeChat: proposed with its kind, and the list tells which is which', async () => {
  const user = userEvent.setup();
  const account = 'oBureau-Wuhan_0123456789ABCD';
  const known = recipient({ recipientId: 'w', address: account, medium: 'wechat' });
  const { asked } = show(<RecipientsScreen clock={clock} />, {
    answers: {
      'reports.list-recipients': () => ({ ok: true, value: { recipients: [known, recipient()] } }),
      'reports.propose-recipient': () => ({ ok: true, value: known }),
    },
  });
  const row = (await screen.findByText(account)).closest('tr') ?? document.body;
  within(row).getByText('微信服务号消息');
  expect(screen.getAllByText('微信服务号消息')).toHaveLength(1);
  await user.click(screen.getByText('提议新收件人', { selector: 'button' }));
  const dialog = within(screen.getByRole('dialog'));
  await user.selectOptions(dialog.getByLabelText('发到'), 'wechat');
  dialog.getByText(/只发一条带链接的消息，消息里没有姓名和人数/);
  await user.type(dialog.getByLabelText('微信 OpenID'), account);
  await user.type(dialog.getByLabelText('原因'), '用微信收');
  await user.click(dialog.getByRole('button', { name: '提议新收件人' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const input = { city: '420100', address: account, medium: 'wechat', form: 'masked', reason: '用微信收' };
  expect(asked).toContainEqual({ name: 'reports.propose-recipient', input });
});

test('L-12 a recipient who could not be asked: why, in words, and whether it is tried again', async () => {
  const approved = { state: 'approved', approvedBy: 'deputy' } as const;
  const again = recipient({
    ...{ recipientId: 'a', address: 'a@x.example', ...approved },
    ...{ askAnswer: '421 try later', askAgainAt: Date.parse('2026-07-02T03:10:00Z') },
  });
  const never = recipient({ recipientId: 'b', address: 'b@x.example', ...approved, askAnswer: '550 no such user' });
  const asked = recipient({ recipientId: 'c', address: 'c@x.example', ...approved });
  show(<RecipientsScreen clock={clock} />, {
    answers: { 'reports.list-recipients': () => ({ ok: true, value: { recipients: [again, never, asked] } }) },
  });
  const rowOf = async (address: string) => within((await screen.findByText(address)).closest('tr') ?? document.body);
  (await rowOf('a@x.example')).getByText(/没有发出（邮件服务器暂时不收，会自动再试），07-02 11:10 左右再试/);
  (await rowOf('b@x.example')).getByText(/没有发出（收件邮箱不存在或拒收），不再重试/);
  (await rowOf('c@x.example')).getByText('等待收件人按邮件或消息中的链接确认');
});
