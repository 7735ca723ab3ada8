import { openidOf } from '../../city/providers/wechat/answers';
import { agree, isGreen } from './people';
import { byId } from './phone/drawn';
import { heeded, platformStage, scannedLink, sharedJourneys, skipCard } from './platform-journeys';
import { hasClass, type Rider, words } from './rider';

const stage = platformStage('weapp');

const pressPhoneButton = async (rider: Rider, detail: object) => {
  const button = await rider.until('WeChat’s own button', (page) => byId(page, 'phone-by-platform'));
  expect(button.tag).toBe('button');
  expect(button.attributes).toMatchObject({ openType: 'getPhoneNumber' });
  button.happen('getphonenumber', detail);
};
const typeUpToPhone = async (rider: Rider, person: ReturnType<typeof stage.newPhone>['person']) => {
  await rider.touch(`choice-${person.documentKind}`);
  await rider.type('field-number', person.documentNumber);
  await rider.touch('number-next');
  await rider.type('field-name', person.name);
  await rider.touch('name-next');
};

test('W-01 W-02 a sticker scanned by WeChat: the short form, the number by WeChat’s button, and the scan completes by itself', async () => {
  const { rider, person, subject } = stage.newPhone(isGreen);
  rider.open(scannedLink('weapp', stage.town().posted('bus').link));
  await agree(rider);
  await typeUpToPhone(rider, person);
  await pressPhoneButton(rider, { code: rider.device.phoneCode(), errMsg: 'getPhoneNumber:ok' });
  await rider.until('the number', (page) => byId(page, 'field-phone')?.attributes.value === person.phone);
  await rider.touch('phone-next');
  await skipCard(rider);
  expect(await rider.until('may ride', (page) => hasClass(page, 'verdict-admit') && words(page))).toContain('可以乘车');
  const kept = JSON.stringify([[...rider.device.storage], rider.app().network.log]);
  expect(kept).not.toContain(openidOf(stage.town().wechat.app.appId, subject));
});

test('a rider who declines at WeChat, a code used before, a WeChat that is busy: said in words, and the number is typed', async () => {
  const { rider, person } = stage.newPhone(isGreen);
  const { wechat } = stage.town();
  rider.open();
  await agree(rider);
  await typeUpToPhone(rider, person);
  await pressPhoneButton(rider, { errMsg: 'getPhoneNumber:fail user deny' });
  expect(await heeded(rider, 'that it did not come')).toContain('没有取得微信手机号');
  await pressPhoneButton(rider, { code: 'used before', errMsg: 'getPhoneNumber:ok' });
  await rider.until('that the code is old', (page) => words(page).includes('授权已过期或已用过'));
  wechat.standIn.faults.throttled = true;
  await pressPhoneButton(rider, { code: rider.device.phoneCode(), errMsg: 'getPhoneNumber:ok' });
  await rider.until('that it is busy', (page) => words(page).includes('平台繁忙'));
  wechat.standIn.faults.throttled = false;
  await rider.type('field-phone', person.phone);
  await rider.touch('phone-next');
  await rider.until('the card step', (page) => byId(page, 'step-card'));
});

sharedJourneys('weapp', stage);
