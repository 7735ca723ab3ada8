import { nextActions, reasonCodes } from '@tongcheng/shared/rides/meanings';
import { reasonOf } from '@tongcheng/shared/rides/reasons';
import { Reason } from '@tongcheng/shared/rides/wire';
import { clock } from '../world/ride-settings';

const at = clock('08:00:00');
const known = { at, source: 'provincial-health-code', issuedAt: clock('07:30:00'), expiresAt: clock('07:59:00') };

test.each(reasonCodes)('%s has words and a way on in both languages, with and without facts', (code) => {
  for (const facts of [{ at }, known, { ...known, statusElsewhere: 'alipay' as const }]) {
    const reason = Reason.parse(reasonOf(code, facts));
    expect(nextActions).toContain(reason.next.action);
    for (const { zh, en } of [reason.text, reason.next.text, reason.alternative?.text ?? reason.text]) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/^[\x20-\x7e’“”]+$/);
      expect(`${zh}${en}`).not.toMatch(/undefined|NaN|error|错误/i);
    }
  }
});

test('X-15 a colour says who gave it and when', () => {
  const { text, next, alternative } = reasonOf('status-yellow', known);
  expect(text.zh).toBe('您的健康码为黄码（来源：省健康码平台，今天 07:30 更新）。暂不能乘车。可申诉或联系社区。');
  expect(text.en).toContain('source: provincial health-code platform, updated today 07:30');
  expect([next.action, alternative?.action]).toEqual(['appeal', 'see-hotline']);
});

test('W-06 a missing status leads to the page that completes it', () => {
  expect(reasonOf('status-missing', { at }).next.action).toBe('complete-status');
});

test('W-07 a status that exists in the other channel offers both ways out', () => {
  const { text, next, alternative } = reasonOf('status-missing', { at, statusElsewhere: 'alipay' });
  expect(text.zh).toContain('支付宝');
  expect(text.en).toContain('Alipay');
  expect(next).toEqual({ action: 'use-other-channel', text: { zh: '改用支付宝扫码', en: 'Scan with Alipay' } });
  expect(alternative?.action).toBe('complete-status');
});

test('times are written as people say them', () => {
  const zh = (issuedAt: number) => reasonOf('status-red', { at, source: 'x', issuedAt }).text.zh;
  expect(zh(clock('00:10:00'))).toContain('（来源：x，今天 00:10 更新）');
  expect(zh(clock('23:50:00', '2022-06-01'))).toContain('昨天 23:50');
  expect(zh(clock('12:00:00', '2022-05-20'))).toContain('5月20日 12:00');
});
