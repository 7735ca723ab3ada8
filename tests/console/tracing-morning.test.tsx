import { screen, within } from '@testing-library/react';
import type { CaseRow } from '@tongcheng/shared/tracing/wire';
import { MorningSectionsProvider, morningSections } from '../../console/src/client/morning-sections';
import { MorningScreen } from '../../console/src/features/oversight/morning/morning-screen';
import { tracingSection } from '../../console/src/features/tracing/section';
import { officialSession, sampleAt } from './samples';
import { type Answers, refusal, show } from './screens';
import { aCase, answersOf, approved, aRequest, asker, colleague, supervisor } from './traced-case';

jest.setTimeout(60_000);

const name = { zh: '武汉', en: 'Wuhan' };
const cities = new Map([['420100', { city: '420100', name, capabilities: ['city' as const, 'tracing' as const] }]]);

/** The morning page of somebody, as far as the section of tracing fills it. */
async function open(session: ReturnType<typeof officialSession>, answers: Answers) {
  show(
    <MorningSectionsProvider value={morningSections([tracingSection], session)}>
      <MorningScreen clock={() => sampleAt} />
    </MorningSectionsProvider>,
    { answers, session, cities },
  );
  await screen.findByText('时间均为北京时间（UTC+8）', undefined, { timeout: 20_000 });
}
const part = (kind: string) => document.querySelector<HTMLElement>(`[data-kind="${kind}"]`);

test.each([
  ['waits', '病例 WH-2026-001 的名单申请等您批准或否决。', supervisor, aRequest()],
  ['course', '病例 WH-2026-001 的名单申请等另一人批准。', asker, aRequest()],
  ['course', '病例 WH-2026-001 的名单对您开放。', asker, approved()],
  ['course', '病例 WH-2026-001 办理中，没有待批准的申请。', colleague, approved()],
] as const)('X-05 Today tells of a case: %s %s', async (kind, words, session, request) => {
  const found: CaseRow = aCase([request]);
  await open(session, answersOf(found));
  const line = within(part(kind) ?? document.body).getByText(words);
  expect(line.getAttribute('href')).toBe(`/tracing?tracing.case=${found.caseId}`);
});

test('X-05 Today tells the second person of a measure that waits, and not who asked for it', async () => {
  const found = aCase([], { measuresWaiting: [{ askedBy: asker.officialId, expiresAt: sampleAt }] });
  await open(supervisor, answersOf(found));
  expect(within(part('waits') ?? document.body).getByText('病例 WH-2026-001 的一项措施等您批准或否决。')).toBeDefined();
  document.body.replaceChildren();
  await open({ ...asker, roles: ['health', 'health-supervisor'] }, answersOf(found));
  expect(part('waits')).toBeNull();
});

test('X-05 Today tells a supervisor nothing of a request that expired', async () => {
  await open(supervisor, answersOf(aCase([aRequest({ state: 'expired' })])));
  expect([part('waits'), part('course'), part('wrong')]).toEqual([null, null, null]);
});

test('X-05 Today tells a bureau nothing where another role holds the second key', async () => {
  const none = { code: 'trace-second-role-needed', retry: 'never', zh: '另一种角色', en: 'Another role' } as const;
  await open(officialSession({ roles: ['bureau'] }), { 'tracing.list-cases': () => refusal(none) });
  expect([part('waits'), part('course'), part('wrong')]).toEqual([null, null, null]);
});
