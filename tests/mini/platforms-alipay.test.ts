import { agree, isGreen } from './people';
import { byId } from './phone/drawn';
import { heeded, platformStage, scannedLink, sharedJourneys, skipCard } from './platform-journeys';
import { hasClass, words } from './rider';

const stage = platformStage('alipay');

test('W-01 W-02 a sticker scanned by Alipay: one tap of consent, and the scan that waited completes by itself', async () => {
  const { rider, person } = stage.newPhone(isGreen);
  rider.open(scannedLink('alipay', stage.town().posted('bus').link));
  await agree(rider);
  await rider.until('what is handed over', (page) => words(page).includes('姓名、证件号码和手机号'));
  await rider.touch('platform-tap');
  await skipCard(rider);
  expect(await rider.until('may ride', (page) => hasClass(page, 'verdict-admit') && words(page))).toContain('可以乘车');
  const sent = JSON.stringify(rider.app().network.log);
  expect(sent).not.toContain(person.documentNumber);
  expect([...rider.device.storage.values()].join()).not.toContain(person.documentNumber);
});

test('a rider who declines is told, and types instead', async () => {
  const { rider, person } = stage.newPhone(isGreen);
  const give = rider.device.signInCode;
  rider.device.signInCode = (scope) => (scope === 'identity' ? undefined : give(scope));
  rider.open();
  await agree(rider);
  await rider.touch('platform-tap');
  expect(await heeded(rider, 'that nothing came')).toContain('您没有同意带来支付宝身份');
  await rider.touch('platform-form');
  await rider.touch(`choice-${person.documentKind}`);
  await rider.until('the number', (page) => byId(page, 'field-number'));
});

test('an account that Alipay did not certify, a gateway that is away: said in words, and the form is at hand', async () => {
  const { rider, subject } = stage.newPhone(isGreen);
  const { alipay } = stage.town();
  const known = alipay.people.accounts.get(subject);
  if (known) alipay.people.accounts.set(subject, { ...known, certified: false });
  rider.open();
  await agree(rider);
  await rider.touch('platform-tap');
  expect(await heeded(rider, 'that it is not certified')).toContain('没有可用的实名信息');
  alipay.standIn.faults.throttled = true;
  await rider.touch('platform-tap');
  await rider.until('that it is busy', (page) => words(page).includes('平台繁忙'));
  alipay.standIn.faults.throttled = false;
  expect(byId(rider.page(), 'platform-form')).toBeDefined();
});

test('W-10 the same sticker again in the app’s options, when it merely comes back to the front, is no second scan', async () => {
  const { rider } = stage.newPhone(isGreen);
  rider.open(scannedLink('alipay', stage.town().posted('bus').link));
  await agree(rider);
  await rider.touch('platform-tap');
  await skipCard(rider);
  await rider.until('may ride', (page) => hasClass(page, 'verdict-admit'));
  rider.app().cover();
  await rider.settle(60_000);
  rider.app().uncover();
  await rider.settle(3_000);
  expect(rider.app().inFront()?.path).toBe('pages/verdict/index');
  expect(rider.app().network.log.filter(({ url }) => url.endsWith('rides.record-scan'))).toHaveLength(1);
});

sharedJourneys('alipay', stage);
