import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ExtractRow } from '@tongcheng/shared/coaches/extracts-api';
import { dayMs, hourMs } from '@tongcheng/shared/time';
import { ExtractsScreen } from '../../console/src/features/coaches/extracts/extracts-screen';
import { departure } from './made-departure';
import { officialSession, sampleAt, sampleId, type ValueOf } from './samples';
import { type Answers, refusal, show } from './screens';

const clock = () => sampleAt;
const leaving = departure();
const passenger: ValueOf<'coaches.open-manifest'>['passengers'][number] = {
  ...{ departureId: leaving.departureId, departsAt: sampleAt, plate: '鄂A12345', name: '演示旅客丁' },
  ...{ documentKind: 'passport', documentNumber: 'E46170001', phone: '13946170001', source: 'typed', onArrival: false },
};
const watermark = { officialId: 'official-1', at: sampleAt, under: 'x-1' };
const extract = (more: Partial<ExtractRow> = {}): ExtractRow => ({
  ...{ extractId: sampleId(sampleAt), state: 'open', recipient: 'health', receiver: '演示疾控' },
  ...{ legalBasis: 'infectious-disease-law', purpose: '演示文号 1', requestedBy: 'other', requestedAt: sampleAt },
  ...{ expiresAt: sampleAt + dayMs, digest: 'd'.repeat(43) },
  content: { of: 'document', from: '2026-11-18', to: '2026-11-20', maskedDocument: 'E****0001' },
  ...more,
});
const answers = (extracts: ExtractRow[] = [], more: Answers = {}): Answers => ({
  'coaches.list-extracts': () => ({ ok: true, value: { extracts } }),
  'coaches.find-departures': () => ({
    ok: true,
    value: { departures: [leaving], more: false, forgottenDays: ['2026-11-19'] },
  }),
  ...more,
});
const session = officialSession({ roles: ['bureau'] });

test('L-11 departures are found by plate; a plate that cannot be is said to be none; forgotten days are named', async () => {
  const user = userEvent.setup();
  const { asked } = show(<ExtractsScreen clock={clock} />, { answers: answers(), session });
  await screen.findByText('K7');
  expect(screen.getByText(/密钥已销毁.*2026-11-19/)).toBeDefined();
  await user.type(screen.getByLabelText('车牌'), '鄂 ');
  expect(screen.getByText('这不是一个车牌号')).toBeDefined();
  await user.type(screen.getByLabelText('车牌'), 'a12345');
  await user.click(screen.getByRole('button', { name: /查\s*找/ }));
  await waitFor(() => expect(asked.at(-1)?.input).toMatchObject({ plate: '鄂A12345' }));
  expect(asked.at(-1)?.input).not.toHaveProperty('direction');
  await user.selectOptions(screen.getByLabelText('方向'), 'arriving');
  await user.click(screen.getByRole('button', { name: /查\s*找/ }));
  await waitFor(() => expect(asked.at(-1)?.input).toMatchObject({ plate: '鄂A12345', direction: 'arriving' }));
});

test('L-11 a manifest opens after its purpose was stated, with a watermark; a file of it is recorded', async () => {
  const user = userEvent.setup();
  const { asked } = show(<ExtractsScreen clock={clock} />, {
    answers: answers([], {
      'coaches.open-manifest': () => ({ ok: true, value: { passengers: [passenger], watermark } }),
    }),
    session,
  });
  await user.click(await screen.findByRole('button', { name: '乘客清单' }));
  expect(screen.queryByText('演示旅客丁')).toBeNull();
  await user.selectOptions(await screen.findByLabelText('用途'), 'complaint');
  await user.click(screen.getByRole('button', { name: '记录并打开' }));
  await screen.findByText('演示旅客丁');
  expect(asked.at(-1)?.input).toMatchObject({ purpose: 'complaint' });
  expect(document.querySelector('[data-part="watermark"]')?.textContent).toContain('x-1');
});

test('L-13 an extract by document is asked for by its number; without it the form is not ready', async () => {
  const user = userEvent.setup();
  const { asked } = show(<ExtractsScreen clock={clock} />, {
    answers: answers([], { 'coaches.request-extract': () => ({ ok: true, value: extract() }) }),
    session,
  });
  await screen.findByText('K7');
  const days = document.querySelector<HTMLElement>('[data-act="ask-days"]');
  if (!days) throw new Error('no button');
  await user.click(days);
  const drawer = within(await screen.findByRole('dialog'));
  await user.selectOptions(drawer.getByLabelText('内容'), 'document');
  await user.type(drawer.getByLabelText(/接收人/), '演示疾控');
  await user.type(drawer.getByLabelText(/事由/), '演示文号 1');
  const confirm = () => drawer.getByRole('button', { name: '申请摘录' });
  expect(confirm().hasAttribute('disabled')).toBe(true);
  await user.type(drawer.getByLabelText(/证件号码/), 'E46170001');
  await user.click(confirm());
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const input = asked.find(({ name }) => name === 'coaches.request-extract')?.input;
  expect(input).toMatchObject({
    recipient: 'health',
    content: { of: 'document', documentNumber: 'E46170001', from: '2026-11-20', to: '2026-11-20' },
  });
});

test('L-13 whoever asked can only close their request; another approves what they see; a refusal stays in words', async () => {
  const user = userEvent.setup();
  const own = extract({ extractId: sampleId(sampleAt - 1), requestedBy: session.officialId });
  const { asked } = show(<ExtractsScreen clock={clock} />, {
    answers: answers([extract(), own], {
      'coaches.decide-extract': () =>
        refusal({ code: 'extract-changed', retry: 'after-change', zh: '申请的内容与您看到的不同。', en: 'Changed.' }),
    }),
    session,
  });
  await screen.findByRole('button', { name: /批\s*准/ });
  expect(screen.getAllByRole('button', { name: /批\s*准/ })).toHaveLength(1);
  expect(screen.getAllByRole('button', { name: /收\s*回/ })).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: /批\s*准/ }));
  const drawer = within(await screen.findByRole('dialog'));
  expect(drawer.getByText(/E\*\*\*\*0001/)).toBeDefined();
  await user.click(drawer.getByRole('button', { name: /批\s*准/ }));
  await drawer.findByText(/申请的内容与您看到的不同/);
  expect(asked.at(-1)?.input).toMatchObject({ approve: true, digest: 'd'.repeat(43) });
});

test('L-13 an approved extract opens page by page to the two, once for each opening', async () => {
  const user = userEvent.setup();
  const approved = extract({ state: 'approved', decidedBy: session.officialId, opensUntil: sampleAt + hourMs });
  const page = { passengers: [passenger], forgottenDays: [], watermark };
  const { asked } = show(<ExtractsScreen clock={clock} />, {
    answers: answers([approved], {
      'coaches.open-extract': (input) =>
        JSON.stringify(input).includes('after')
          ? {
              ok: true,
              value: { ...page, passengers: [{ ...passenger, documentNumber: 'E46170002', name: '演示戊' }] },
            }
          : { ok: true, value: { ...page, next: leaving.departureId } },
    }),
    session,
  });
  await user.click(await screen.findByRole('button', { name: /打\s*开/ }));
  await screen.findByText('演示旅客丁');
  expect(asked.filter(({ name }) => name === 'coaches.open-extract')).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: '载入更多' }));
  await screen.findByText('演示戊');
  expect(screen.getByText('演示旅客丁')).toBeDefined();
  expect(screen.queryByRole('button', { name: '载入更多' })).toBeNull();
});
