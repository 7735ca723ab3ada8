import { act, fireEvent, screen } from '@testing-library/react';
import type { Language } from '@tongcheng/shared/text';
import { isSeen } from '../../console/src/client/section';
import { GuideScreen } from '../../console/src/features/venues/guide/guide-screen';
import { sections } from '../../console/src/sections';
import { VerificationScreen } from '../../console/src/verification/verification-screen';
import { aCityView } from '../world/records';
import { bus, feedAnswer, feedScan, officialSession, sampleAt, sampleId } from './samples';
import { show } from './screens';

const city = aCityView({
  hotline: '027-00000000',
  guide: [
    {
      id: 'fare',
      audience: 'rider',
      question: { zh: '扫码要付钱吗？', en: 'Does scanning cost anything?' },
      answer: { zh: '不要钱。', en: 'No.' },
    },
    {
      id: 'staff-picture',
      audience: 'staff',
      question: { zh: '怎么分辨截图？', en: 'How do I tell a screenshot?' },
      answer: { zh: '看斜纹是否在动。', en: 'See whether the band moves.' },
    },
    {
      id: 'staff-taxi',
      audience: 'staff',
      question: { zh: '几个人坐出租车？', en: 'Several in a taxi?' },
      answer: { zh: '一个人扫就行。', en: 'One scan is enough.' },
    },
  ],
});

const pass = (ms: number) => act(async () => jest.advanceTimersByTimeAsync(ms));
const press = (target: Element, key: string) =>
  act(async () => target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })));
const guide = () => document.querySelector('[data-part="staff-guide"]');
const entries = () => [...document.querySelectorAll('[data-entry]')].map((entry) => entry.getAttribute('data-entry'));
const verdict = () => document.querySelector('[data-part="verdict"]');

/** The screen of a bus where somebody has just scanned; the city answers unless it is cut off. */
const standing = async (language: Language = 'zh', isCut = () => false) => {
  const item = feedScan(Date.now());
  const shown = show(
    <VerificationScreen
      venue={bus}
      staffRole="crew"
      clock={Date.now}
      makeId={() => sampleId(Date.now())}
      isLarge={false}
      onLarge={() => undefined}
      onVenue={undefined}
      onSignOut={() => undefined}
    />,
    {
      language,
      answers: {
        'rides.venue-feed': () => ({ ok: true, value: feedAnswer(Date.now(), [item]) }),
        'venues.get-city': () => {
          if (isCut()) throw new Error('cut off');
          return { ok: true, value: city };
        },
      },
    },
  );
  await pass(1_600);
  return shown;
};
const touch = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })));

beforeEach(() => jest.useFakeTimers({ now: sampleAt }));
afterEach(() => jest.useRealTimers());

test('W-30 the question mark opens the guide of this venue’s city, for staff only, and a touch opens an answer', async () => {
  const { asked } = await standing();
  await touch('工作人员指南');
  expect(entries()).toEqual(['staff-picture', 'staff-taxi']);
  expect(screen.getByText('看斜纹是否在动。').hidden).toBe(true);
  await touch('怎么分辨截图？');
  expect(screen.getByText('看斜纹是否在动。').hidden).toBe(false);
  expect(asked.find(({ name }) => name === 'venues.get-city')?.input).toEqual({ city: bus.city });
  screen.getByRole('link', { name: '服务热线 027-00000000' });
});

test('W-30 a word leaves one question and opens it; a word of nobody names the hotline, in English too', async () => {
  await standing('en');
  await touch('Guide for staff');
  const box = screen.getByLabelText(/Look for a word/);
  fireEvent.change(box, { target: { value: 'taxi' } });
  expect(entries()).toEqual(['staff-taxi']);
  expect(screen.getByText('One scan is enough.').hidden).toBe(false);
  fireEvent.change(box, { target: { value: 'zzz' } });
  screen.getByText('Nothing found. Try another word, or call the hotline 027-00000000.');
});

test('W-30 the verdict stands while the guide is read; its button, and Escape from inside the search too, close it', async () => {
  await standing();
  await touch('工作人员指南');
  expect([verdict()?.getAttribute('data-stage'), guide()?.contains(verdict())]).toEqual(['now', false]);
  await touch('关闭');
  expect(guide()).toBeNull();
  await press(document.body, '?');
  await press(screen.getByLabelText(/找一个词/), 'Escape');
  expect(guide()).toBeNull();
  await press(document.body, '?');
  await press(document.body, 'Escape');
  expect(guide()).toBeNull();
});

test('Back closes what lies over the screen, one after the other, and leaves the page only then', async () => {
  const pause = () => pass(50);
  const back = async () => {
    window.history.back();
    await pause();
  };
  await standing();
  const before = window.history.length;
  await touch('工作人员指南');
  await pause();
  expect(window.history.length).toBe(before + 1);
  await back();
  expect([guide(), verdict() === null]).toEqual([null, false]);
  await press(document.body, 'r');
  await pause();
  await back();
  expect(document.querySelector('[data-part="refuse"]')).toBeNull();
  await press(document.body, 'r');
  await pause();
  await press(document.body, 'Escape');
  await pause();
  expect(window.history.state?.layer).toBeUndefined();
});

test('W-30 refusing takes the place of the guide: one thing at a time', async () => {
  await standing();
  await touch('工作人员指南');
  await press(document.body, 'r');
  expect([guide(), document.querySelectorAll('[data-part="refuse"]').length]).toEqual([null, 1]);
});

test('W-30 the guide is there when the network goes later; one that never came is asked for again by opening it', async () => {
  let isCut = false;
  const { unmount } = await standing('zh', () => isCut);
  isCut = true;
  await touch('工作人员指南');
  expect(entries()).toHaveLength(2);
  unmount();
  await standing('zh', () => isCut);
  isCut = false;
  await touch('工作人员指南');
  await pass(50);
  expect(entries()).toHaveLength(2);
});

test('W-30 the console shows what staff and riders read, found by one search; every official sees the section', async () => {
  show(<GuideScreen />, { answers: { 'venues.get-city': () => ({ ok: true, value: city }) } });
  await pass(50);
  expect(entries()).toEqual(['staff-picture', 'staff-taxi', 'fare']);
  fireEvent.change(screen.getByLabelText(/找一个词/), { target: { value: '截图' } });
  expect(entries()).toEqual(['staff-picture']);
  const seen = sections.filter((section) => isSeen(section, officialSession({ roles: [] }), new Set(['city'])));
  expect(seen.map(({ path }) => path)).toContain('/guide');
});
