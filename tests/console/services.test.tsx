import { fireEvent, screen } from '@testing-library/react';
import {
  type OutsideService,
  outsideServices,
  platformCalls,
  platformServices,
  timerWork,
} from '@tongcheng/shared/oversight/operation-names';
import { type ReactNode, useState } from 'react';
import { MorningSectionsProvider, morningSections } from '../../console/src/client/morning-sections';
import { ServicesScreen } from '../../console/src/features/oversight/services/services-screen';
import { partName, serviceName } from '../../console/src/features/oversight/services/services-texts';
import { SystemsScreen } from '../../console/src/features/oversight/systems/systems-screen';
import { sections } from '../../console/src/sections';
import { officialSession, sampleAt } from './samples';
import { type Answers, show } from './screens';

const operation: Answers = {
  'oversight.get-operation': () => ({
    ok: true,
    value: {
      services: [
        { service: 'notifier', away: false, answeredAt: sampleAt },
        {
          service: 'real-name',
          away: true,
          answeredAt: sampleAt - 60_000,
          failedAt: sampleAt,
          failure: 'HTTP 503',
          restsSince: sampleAt,
        },
      ],
      timers: [
        { part: 'daily reports', ranAt: sampleAt, tookMs: 2_340, ok: true },
        { part: 'retention', ranAt: sampleAt, tookMs: 10, ok: false, failedAt: sampleAt },
      ],
      mail: { queued: 2, nextAttemptAt: sampleAt, failed: 1, failedIn: [{ city: '420100', failed: 1 }] },
    },
  }),
};

const names = { '420100': '武汉', '420600': '襄阳' };
const nameOf = (city: '420100' | '420600') => ({ city, name: { zh: names[city], en: names[city] } });
const cities = new Map([['420100', { ...nameOf('420100'), capabilities: ['city' as const] }]]);
const named: NonNullable<Answers['venues.list-cities']> = () => ({
  ok: true,
  value: {
    cities: [
      { ...nameOf('420100'), capabilities: ['city', 'coaches'] },
      { ...nameOf('420600'), capabilities: ['coaches'] },
    ],
  },
});

test('services that are away and work that failed stand first, in words', async () => {
  show(<ServicesScreen />, { answers: operation, cities });
  await screen.findByText('实名核验', undefined, { timeout: 20_000 });
  const link = await screen.findByRole('link', { name: /武汉：看 1 封/ });
  expect(link.getAttribute('href')).toBe('/reports?deliveries.state=failed');
  const rows = (part: string) =>
    [...document.querySelectorAll(`[data-part="${part}"] tbody tr`)].map((row) => row.textContent);
  expect(rows('services')).toEqual([
    '实名核验无法访问暂停调用，自 2026-11-20 08:14:06 起；每几秒再试2026-11-20 08:13:062026-11-20 08:14:06HTTP 503',
    '值班短信正常2026-11-20 08:14:06——',
  ]);
  expect(document.querySelector('[data-part="mail-queue"]')?.textContent).toBe(
    '2 封报表邮件待发，最早一封 2026-11-20 08:14:06 再试。最近 7 天有 1 封没有发出。武汉：看 1 封没有发出的，重新发送',
  );

  expect(rows('timers')).toEqual([
    '到期清除失败，下次再做2026-11-20 08:14:060.02026-11-20 08:14:06',
    '每日报表与发送已完成2026-11-20 08:14:062.3—',
  ]);
});

test('the page of all systems has a line for each system of each city, and what each tells under it', async () => {
  const session = officialSession({ cities: ['420100', '420600'], roles: ['auditor'] });
  const topics = sections.filter(({ path }) => path === '/appeals' || path === '/services');
  show(
    <MorningSectionsProvider value={morningSections(topics, session)}>
      <SystemsScreen clock={() => sampleAt} />
    </MorningSectionsProvider>,
    {
      session,
      answers: {
        ...operation,
        'venues.list-cities': named,
        'appeals.list-appeals': () => ({ ok: true, value: { appeals: [], waiting: 2, overdue: 1 } }),
      },
    },
  );
  await screen.findByText('襄阳', undefined, { timeout: 20_000 });
  const systems = (city: string) =>
    [...document.querySelectorAll(`[data-city="${city}"] tr[data-system]`)].map((row) =>
      row.getAttribute('data-system'),
    );
  expect(systems('420100')).toEqual(['city', 'coaches', 'shared']);
  expect(systems('420600')).toEqual(['coaches', 'shared']);
  const wrong = document.querySelector('[data-city="420100"] tr[data-system="city"] [data-kind="wrong"]');
  expect(wrong?.textContent).toBe('1 条申诉已超过答复时限。');
  const failed = document.querySelector('[data-city="420600"] tr[data-system="shared"] [data-kind="wrong"]');
  expect(failed?.textContent).toContain('实名核验无法访问');
});

test('opened again within a minute, the page of all systems asks only about the city that is worked in', async () => {
  const session = officialSession({ cities: ['420100', '420600'], roles: ['auditor'] });
  const topics = sections.filter(({ path }) => path === '/appeals');
  const page = () => (
    <MorningSectionsProvider value={morningSections(topics, session)}>
      <SystemsScreen clock={() => sampleAt} />
    </MorningSectionsProvider>
  );
  const { asked } = show(<OpenedTwice page={page} />, {
    session,
    answers: {
      'venues.list-cities': () => ({
        ok: true,
        value: {
          cities: [
            { ...nameOf('420100'), capabilities: ['city'] },
            { ...nameOf('420600'), capabilities: ['city'] },
          ],
        },
      }),
      'appeals.list-appeals': () => ({ ok: true, value: { appeals: [], waiting: 2, overdue: 1 } }),
    },
  });
  const seen = () => screen.findAllByText('1 条申诉已超过答复时限。', undefined, { timeout: 20_000 });
  expect(await seen()).toHaveLength(2);
  fireEvent.click(screen.getByText('leave'));
  expect(screen.queryByText('1 条申诉已超过答复时限。')).toBeNull();
  fireEvent.click(screen.getByText('leave'));
  expect(await seen()).toHaveLength(2);
  const askedAbout = (city: string) =>
    asked.filter(({ name, input }) => name === 'appeals.list-appeals' && Reflect.get(Object(input), 'city') === city);
  expect([askedAbout('420100').length, askedAbout('420600').length]).toEqual([2, 1]);
});

test('each part of the timers’ work has a name in both languages', () => {
  const said = timerWork.map((part) => ({ part, ...partName(part) }));
  expect(said.filter(({ zh }) => !/\p{Script=Han}/u.test(zh))).toEqual([]);
  expect(said.filter(({ part, en }) => en === part)).toEqual([]);
});

/** A page that is left and opened again by its button. */
function OpenedTwice({ page }: { readonly page: () => ReactNode }) {
  const [isOpen, setOpen] = useState(true);
  return (
    <>
      <button type="button" onClick={() => setOpen(!isOpen)}>
        leave
      </button>
      {isOpen && page()}
    </>
  );
}

test('every outside service is said by a name that people know, one that an earlier release noted by its own', () => {
  const all: readonly OutsideService[] = [
    ...outsideServices,
    ...platformServices.flatMap((each) => [each, ...platformCalls.map((call) => `${each}.${call}` as const)]),
  ];
  const unsaid = all.filter((each) =>
    [serviceName(each).zh, serviceName(each).en].some((text) => /\{|^[a-z]+[A-Z.-]/.test(text)),
  );
  expect(unsaid).toEqual([]);
  expect(serviceName('signInWechat.phone')).toEqual({ zh: '微信手机号', en: 'Phone number from WeChat' });
  expect(serviceName('of-before').en).toBe('of-before');
});
