import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { Eligibility } from '@tongcheng/shared/eligibility';
import type { AccountView } from '@tongcheng/shared/identity/wire';
import { PhoneProvider } from '../../miniprogram/src/client/phone';
import { HealthCodeSheet } from '../../miniprogram/src/features/identity/health-code-sheet';
import { openHealthCode } from '../../miniprogram/src/platform/device/open-health-code';
import { anEligibility, aStatus } from '../world/records';
import { account, aPhone, good, serverStart, sessionOf } from './a-phone';

const pages = { web: 'https://health.hubei.example/code' };
let opened: string[];
beforeEach(() => {
  opened = [];
  window.open = (address) => {
    opened.push(String(address));
    return null;
  };
});
afterEach(cleanup);

/** The sheet after the touch that opened the page; the source knows what `standing` gives at each question. */
function sheetOver(standing: () => Eligibility, marks: Partial<AccountView> = {}) {
  const known = { ...account(true), ...marks };
  const session = { ...sessionOf('one', serverStart), account: known };
  const { asked, ...phone } = aPhone(({ name }) =>
    good(
      name === 'identity.update-eligibility' ? { ...session, account: { ...known, standing: standing() } } : session,
      serverStart,
    ),
  );
  const city = { ensure: async () => undefined, refresh: async () => undefined, choose: () => undefined };
  let scans = 0;
  render(
    <PhoneProvider value={{ ...phone, city, randomBytes: async (size) => new Uint8Array(size) }}>
      <HealthCodeSheet
        pages={pages}
        opening={openHealthCode(pages)}
        onScanAgain={() => {
          scans += 1;
        }}
        onClose={() => undefined}
      />
    </PhoneProvider>,
  );
  return { asked, scans: () => scans };
}

const comeBack = () => act(async () => document.dispatchEvent(new Event('visibilitychange')));
const green = anEligibility({
  status: aStatus('green', { issuedAt: serverStart - 1, expiresAt: serverStart + 3_600_000 }),
});

test('W-06 grey opens the health code’s page; back from there the source is asked by itself, and the rider scans again', async () => {
  const { asked, scans } = sheetOver(() => green);
  expect(opened).toEqual([pages.web]);
  await screen.findByText(/请在打开的健康码页面里补全/);
  expect(asked).toEqual([]);
  await comeBack();
  await screen.findByText(/查到了：绿码/);
  expect(asked.filter((name) => name === 'identity.update-eligibility')).toHaveLength(1);
  fireEvent.click(screen.getByRole('button', { name: '重新扫码' }));
  expect(scans()).toBe(1);
});

test('W-06 a status that is not there yet is said so, asked for again at each return, and the page opens again', async () => {
  let known = anEligibility({ status: null });
  const { asked } = sheetOver(() => known);
  await screen.findByText(/请在打开的健康码页面里补全/);
  await comeBack();
  await screen.findByText(/还没有查到您的健康状态/);
  fireEvent.click(screen.getByRole('button', { name: '再打开健康码页面' }));
  expect(opened).toEqual([pages.web, pages.web]);
  known = green;
  await comeBack();
  await screen.findByText(/查到了：绿码/);
  expect(asked.filter((name) => name === 'identity.update-eligibility')).toHaveLength(2);
});

test('W-06 X-22 who has yet to prove their account is told no colour and no outage, and scans again', async () => {
  const { scans } = sheetOver(() => anEligibility({ status: 'unavailable' }), { unproven: 'claim' });
  await screen.findByText(/请在打开的健康码页面里补全/);
  await comeBack();
  await screen.findByText(/健康状态在扫码时随核验结果显示/);
  expect(screen.queryByText(/来源暂时没有回应/)).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '重新扫码' }));
  expect(scans()).toBe(1);
});
