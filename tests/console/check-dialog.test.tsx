import { act, fireEvent, screen } from '@testing-library/react';
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

test('an answer about other digits goes when they are changed', async () => {
  dialog('live');
  await type('482913');
  fireEvent.change(screen.getByLabelText('动态码'), { target: { value: '48291' } });
  expect(outcome()).toBeUndefined();
  expect(screen.getByRole('button', { name: '核对' }).hasAttribute('disabled')).toBe(true);
});
