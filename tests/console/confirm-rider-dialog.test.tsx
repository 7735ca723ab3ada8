import { act, fireEvent, screen } from '@testing-library/react';
import type { Answer } from '@tongcheng/shared/client';
import { ConfirmRiderDialog } from '../../console/src/verification/confirm-rider-dialog';
import { sampleAt } from './samples';
import { show } from './screens';

const shownIn: Element[] = [];
beforeEach(() => {
  shownIn.length = 0;
  Element.prototype.scrollIntoView = function scrolled(this: Element) {
    shownIn.push(this);
  };
});

const open = (answer: Answer<'identity.confirm-rider'>) =>
  show(<ConfirmRiderDialog now={() => sampleAt} onClose={() => undefined} />, {
    answers: { 'identity.confirm-rider': () => answer },
  });
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const submit = () => act(async () => fireEvent.click(screen.getByRole('button', { name: '证件和本人相符，确认' })));
const fill = () => {
  type('证件号码', '11010519491231002X');
  type('姓名', '演示甲');
  type('确认码', '０１２３４５');
};

test('X-22 the desk types document, name and the six digits, in whatever width, and reads whose account it was', async () => {
  const { asked } = open({ ok: true, value: { maskedName: '演**' } });
  fill();
  await submit();
  expect(asked.at(-1)?.input).toEqual({
    documentKind: 'resident-id',
    documentNumber: '11010519491231002X',
    name: '演示甲',
    code: '012345',
  });
  expect(screen.getByRole('status').textContent).toContain('演**');
  expect(shownIn).toEqual([screen.getByRole('status')]);
  expect(screen.getByLabelText('证件种类')).toBeTruthy();
});

test('the first field that is wrong takes the focus: on a phone it lies above the edge', async () => {
  open({ ok: true, value: { maskedName: '演**' } });
  await submit();
  expect(screen.getAllByRole('alert')).toHaveLength(3);
  expect(document.activeElement).toBe(screen.getByLabelText('证件号码'));
  fill();
  type('确认码', '12');
  await submit();
  expect(document.activeElement).toBe(screen.getByLabelText('确认码'));
});

test('a refusal that a small screen has under its buttons is brought into view', async () => {
  open({ ok: false, failure: { code: 'proof-refused', retry: 'after-change', zh: '对不上。', en: 'No.' } });
  fill();
  await submit();
  expect(shownIn).toEqual([screen.getByRole('alert')]);
});
