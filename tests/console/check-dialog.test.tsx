import { act, fireEvent, screen } from '@testing-library/react';
import { faceTexts } from '../../console/src/ui/face';
import { CheckDialog } from '../../console/src/verification/check-dialog';
import { feedScan, sampleAt } from './samples';
import { show } from './screens';

const type = async (digits: string) => {
  fireEvent.change(screen.getByLabelText('动态码'), { target: { value: digits } });
  await act(async () => fireEvent.click(screen.getByRole('button', { name: '核对' })));
};
const outcome = () => document.querySelector('[data-part="check-outcome"]')?.getAttribute('data-is');

const dialog = (is: 'live' | 'expired' | 'unknown') =>
  show(<CheckDialog venueId="B1" onClose={() => undefined} />, {
    answers: {
      'rides.check-live-code': () => ({
        ok: true,
        value: is === 'unknown' ? { is } : { is, item: feedScan(sampleAt) },
      }),
    },
  });

test.each([
  ['live', '有效'],
  ['expired', '已过期'],
  ['unknown', '查无'],
] as const)('X-06 digits that are %s say so in words', async (is, words) => {
  const { asked } = dialog(is);
  await type('482 913');
  expect(outcome()).toBe(is);
  expect(document.body.textContent).toContain(words);
  expect(asked).toEqual([{ name: 'rides.check-live-code', input: { venueId: 'B1', code: '482913' } }]);
});

test.each(['zh', 'en'] as const)(
  'X-06 an expired code shows the expired face and nothing of a verdict (%s)',
  async (language) => {
    show(<CheckDialog venueId="B1" onClose={() => undefined} />, {
      language,
      answers: {
        // As an older service answers: with the verdict that the scan had.
        'rides.check-live-code': () => ({ ok: true, value: { is: 'expired', item: feedScan(sampleAt) } }),
      },
    });
    fireEvent.change(document.querySelector('input') ?? document.body, { target: { value: '482913' } });
    await act(async () => fireEvent.submit(document.querySelector('form') ?? document.body));
    const box = document.querySelector('[data-part="check-outcome"]');
    expect(box?.querySelector('.shape-expired')).not.toBeNull();
    expect(box?.querySelector('.shape-admit, .shape-refer, .shape-refuse, .shape-unknown')).toBeNull();
    for (const text of Object.values(faceTexts)) expect(box?.textContent).not.toContain(text[language]);
    expect(box?.textContent).toContain('张**');
  },
);

test.each(['８５７７９６', '\u202D857796\u202C', '857-796'])(
  'W-21 %j, as keyboards and messengers give it, is checked',
  async (typed) => {
    const { asked } = dialog('live');
    await type(typed);
    expect(asked).toEqual([{ name: 'rides.check-live-code', input: { venueId: 'B1', code: '857796' } }]);
  },
);

test('an answer about other digits goes when they are changed', async () => {
  dialog('live');
  await type('482913');
  fireEvent.change(screen.getByLabelText('动态码'), { target: { value: '48291' } });
  expect(outcome()).toBeUndefined();
  expect(screen.getByRole('button', { name: '核对' }).hasAttribute('disabled')).toBe(true);
});
