import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { crewRecord } from '../../miniprogram/src/client/crew-client';
import { PhoneProvider } from '../../miniprogram/src/client/phone';
import { crewBookRecord } from '../../miniprogram/src/features/coaches/crew/crew-book';
import { EndOfShift } from '../../miniprogram/src/features/coaches/crew/end-of-shift';
import { aPhone, good, serverStart } from './a-phone';

afterEach(cleanup);

const none = () => undefined;
const session = {
  ...{
    accessToken: 'a',
    accessExpiresAt: serverStart + 3_600_000,
    refreshToken: 'r',
    refreshExpiresAt: serverStart * 2,
  },
  ...{ staffId: 's', displayName: '演示司机', role: 'driver' as const, city: '210100', venues: [], aheadMs: 0 },
};

function shown(waiting: number) {
  const { asked, ...phone } = aPhone(() => good({}, serverStart));
  phone.records.write(crewRecord, { session });
  const events = Array.from({ length: waiting }, (_, at) => ({
    ...{ city: '210100', departureId: '01JD0000000000000000000000' },
    event: { kind: 'departed' as const, eventId: `01JD000000000000000000000${at}`, at: serverStart },
  }));
  phone.records.write(crewBookRecord, { ...crewBookRecord.empty, waiting: events });
  const city = { ensure: async () => undefined, refresh: async () => undefined, choose: none };
  render(
    <PhoneProvider value={{ ...phone, city, randomBytes: async (size) => new Uint8Array(size) }}>
      <EndOfShift name="演示司机" onManual={none} />
    </PhoneProvider>,
  );
  const touch = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
  return { asked, records: phone.records, touch, isIn: () => phone.records.read(crewRecord).session !== null };
}

test('with everything delivered one touch ends the shift', async () => {
  const { touch, isIn } = shown(0);
  touch('交班退出');
  await waitFor(() => expect(isIn()).toBe(false));
});

test('X-01 with something undelivered the shift is not ended before what follows was said, and a second touch there keeps it', async () => {
  const { asked, touch, isIn } = shown(2);
  touch('交班退出');
  expect(screen.getByText(/还有 2 条没有上传/)).toBeDefined();
  touch('先不退出');
  expect(screen.queryByText(/没有上传/)).toBeNull();
  expect([isIn(), asked]).toEqual([true, []]);
  touch('交班退出');
  touch('仍然退出');
  await waitFor(() => expect(isIn()).toBe(false));
  expect(asked).toEqual(['oversight.sign-out-staff']);
});

test('delivered meanwhile, the question goes by itself', () => {
  const { records, touch } = shown(1);
  touch('交班退出');
  act(() => records.write(crewBookRecord, crewBookRecord.empty));
  expect(screen.queryByText(/没有上传/)).toBeNull();
  expect(screen.getByRole('button', { name: '交班退出' })).toBeDefined();
});
