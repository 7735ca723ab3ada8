import { act, fireEvent, screen } from '@testing-library/react';
import { idTime } from '@tongcheng/shared/ids';
import type { FeedScan } from '@tongcheng/shared/rides/wire';
import type { VenueView } from '@tongcheng/shared/venues/wire';
import { AssistedScanDialog } from '../../console/src/verification/assisted-scan-dialog';
import { bus, feedScan, sampleAt, sampleId } from './samples';
import { show } from './screens';

const taxi: VenueView = { ...bus, venueId: 'T9', mode: 'taxi' };
const good = '11010519491231002X';

const open = (venue: VenueView = bus, answer?: () => never) => {
  const registered: FeedScan[] = [];
  const shown = show(
    <AssistedScanDialog
      venue={venue}
      now={() => sampleAt}
      makeId={sampleId}
      onRegistered={(item) => registered.push(item)}
      onClose={() => undefined}
    />,
    {
      answers: {
        'rides.register-for': answer ?? (() => ({ ok: true, value: { item: feedScan(sampleAt) } })),
      },
    },
  );
  return { ...shown, registered };
};

const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const submit = () => act(async () => fireEvent.click(screen.getByRole('button', { name: '登记' })));
const alerts = () => screen.queryAllByRole('alert').map(({ textContent }) => textContent);

test('W-20 W-21 a number, a name, one tap: the scan is sent as it was typed, at an id of its instant', async () => {
  const { asked, registered } = open();
  type('证件号码', good);
  type('姓名', '演示甲');
  await submit();
  const [{ input } = { input: undefined }] = asked;
  expect(input).toMatchObject({
    venueId: bus.venueId,
    enteredAt: sampleAt,
    sentAt: sampleAt,
    whom: { by: 'document', documentKind: 'resident-id', documentNumber: good, name: '演示甲' },
  });
  expect(input).not.toHaveProperty('shown');
  expect(input).not.toHaveProperty('party');
  expect(idTime(String(Reflect.get(Object(input), 'scanId')))).toBe(sampleAt);
  expect(registered).toHaveLength(1);
});

test('W-05 a wrong last digit is told at the field with the right one, and nothing is sent', async () => {
  const { asked } = open();
  type('证件号码', '110105194912310021');
  type('姓名', '演示甲');
  await submit();
  expect(alerts()).toEqual([expect.stringContaining('最后一位应为 X')]);
  expect(asked).toEqual([]);
  type('证件号码', good);
  expect(alerts()).toEqual([]);
});

test('W-05 a residence permit typed as a resident ID is refused as what it is, and its kind is one touch away', async () => {
  const { asked, unmount } = open();
  type('证件号码', '810000199203041235');
  type('姓名', '演示甲');
  await submit();
  expect(alerts()).toEqual([expect.stringContaining('属于港澳台居民居住证')]);
  fireEvent.click(screen.getByRole('button', { name: '改为港澳台居民居住证' }));
  expect(screen.queryByRole('button', { name: /^改为/ })).toBeNull();
  await submit();
  expect(asked[0]?.input).toMatchObject({ whom: { documentKind: 'hmt-residence-permit' } });
  unmount();
  // The next of a queue finds the kind of the last.
  open();
  fireEvent.change(screen.getByLabelText('凭什么登记'), { target: { value: 'resident-id' } });
  type('证件号码', good);
  type('姓名', '演示甲');
  await submit();
});

test('what is missing is asked for, one thing at a time', async () => {
  const { asked } = open();
  await submit();
  expect(alerts()).toEqual(['请输入号码。']);
  type('证件号码', good);
  await submit();
  expect(alerts()).toEqual(['请按证件输入姓名。']);
  type('姓名', '演示甲');
  type(/联系电话/, '12');
  await submit();
  expect(alerts()).toEqual(['号码不对。请核对，或留空。']);
  expect(asked).toEqual([]);
});

test('W-20 a card asks for nothing but its number, as a reader types it', async () => {
  const { asked } = open();
  fireEvent.change(screen.getByLabelText('凭什么登记'), { target: { value: 'card' } });
  expect(screen.queryByLabelText('姓名')).toBeNull();
  type('卡号', 'a1b2-c3d4-e5');
  await submit();
  expect(asked[0]?.input).toMatchObject({ whom: { by: 'card', number: 'A1B2C3D4E5' } });
});

test('W-21 the next of a queue finds the kind of the last', async () => {
  const first = open();
  fireEvent.change(screen.getByLabelText('凭什么登记'), { target: { value: 'passport' } });
  type('证件号码', 'G12345678');
  type('姓名', '演示甲');
  await submit();
  expect(first.registered).toHaveLength(1);
  first.unmount();
  open();
  expect(screen.getByLabelText('凭什么登记')).toHaveProperty('value', 'passport');
  expect(screen.getByLabelText('证件号码')).toHaveProperty('value', '');
  fireEvent.change(screen.getByLabelText('凭什么登记'), { target: { value: 'resident-id' } });
  type('证件号码', good);
  type('姓名', '演示甲');
  await submit();
});

test('W-19 what is shown goes along with its colour, which nothing chooses beforehand', async () => {
  const { asked } = open();
  expect(screen.queryByLabelText('黄')).toBeNull();
  type('证件号码', good);
  type('姓名', '演示甲');
  fireEvent.change(screen.getByLabelText('出示的健康凭证'), { target: { value: 'paper-code' } });
  await submit();
  expect(alerts()).toEqual(['请选择凭证上的颜色。']);
  expect(asked).toEqual([]);
  fireEvent.click(screen.getByLabelText('黄'));
  await submit();
  expect(asked[0]?.input).toMatchObject({ shown: { proof: 'paper-code', colour: 'yellow' } });
});

test('W-15 in a taxi the party is told', async () => {
  const { asked } = open(taxi);
  type('证件号码', good);
  type('姓名', '演示甲');
  fireEvent.change(screen.getByLabelText('同行人数'), { target: { value: '3' } });
  await submit();
  expect(asked[0]?.input).toMatchObject({ party: 3 });
});

test('X-01 without an answer what was typed stays, and trying again sends the same scan', async () => {
  const { asked, registered } = open(bus, () => {
    throw new Error('cut off');
  });
  type('证件号码', good);
  type('姓名', '演示甲');
  await submit();
  expect(registered).toEqual([]);
  expect(screen.getByLabelText('姓名')).toHaveProperty('value', '演示甲');
  await submit();
  const ids = asked.map(({ input }) => Reflect.get(Object(input), 'scanId'));
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
  type('姓名', '演示乙');
  await submit();
  expect(Reflect.get(Object(asked[2]?.input), 'scanId')).not.toBe(ids[0]);
});
