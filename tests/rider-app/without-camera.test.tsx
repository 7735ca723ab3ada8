import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { PhoneProvider } from '../../miniprogram/src/client/phone';
import { ScanScreen } from '../../miniprogram/src/features/rides/scan-screen';
import { aPhone, bad, serverStart } from './a-phone';

afterEach(cleanup);

/** The scan page where there is no camera, as in jsdom; the service knows no code. Gives what the service was asked. */
async function pageWithoutCamera() {
  const { asked, ...phone } = aPhone(() => bad('code-unknown', 'after-change', serverStart));
  const city = { ensure: async () => undefined, refresh: async () => undefined, choose: () => undefined };
  render(
    <PhoneProvider value={{ ...phone, city, randomBytes: async (size) => new Uint8Array(size) }}>
      <ScanScreen active onOver={() => undefined} onDone={() => undefined} onDeparture={() => undefined} />
    </PhoneProvider>,
  );
  await screen.findByText(/这里打不开相机/);
  return asked;
}

const ways = () => screen.getAllByRole('button').map((button) => button.textContent);

test('W-17 without a camera typing the code is offered once, and trying again once', async () => {
  await pageWithoutCamera();
  expect(ways()).toEqual(['输入编号', '重试']);
});

test('W-17 after a typed code that is none the way to type is still offered once', async () => {
  await pageWithoutCamera();
  fireEvent.click(screen.getByRole('button', { name: '输入编号' }));
  fireEvent.change(screen.getByLabelText('二维码下方的编号'), { target: { value: 'NONSENSE' } });
  fireEvent.click(screen.getByRole('button', { name: '登记' }));
  await screen.findByText(/没有这个编号/);
  expect(ways()).toEqual(['继续扫码', '输入编号']);
  fireEvent.click(screen.getByRole('button', { name: '继续扫码' }));
  expect(ways()).toEqual(['输入编号', '重试']);
});
