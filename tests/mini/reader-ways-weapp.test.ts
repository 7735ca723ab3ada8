import { readFileSync } from 'node:fs';
import { byId } from './phone/drawn';
import { declaredPages } from './phone/phone';
import { buildOf } from './phone/platform';
import { cardOf, lent, nothingLent, numberComes, openReader, readerStage } from './reader-stage';
import { words } from './rider';

const stage = readerStage('reader-ways');

test.each([180, 900])('W-05 frames of %i ms are one at a time and no more than two a second', async (frameTakesMs) => {
  const rider = await stage.atTheNumber();
  rider.device.visionKit.frameTakesMs = frameTakesMs;
  await openReader(rider);
  await rider.settle(5_000);
  const { frames, framesAtOnce } = rider.device.visionKit;
  expect(frames.length).toBeGreaterThan(4);
  expect(framesAtOnce).toBe(1);
  const gaps = frames.slice(1).map((at, place) => at - (frames[place] ?? at));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(500);
});

test('W-05 a phone that stays silent where there is nothing to read is asked again all the same', async () => {
  const person = stage.somebody();
  const rider = await stage.atTheNumber();
  rider.device.visionKit.answersToNothing = false;
  await openReader(rider);
  await rider.settle(4_000);
  rider.device.visionKit.inSight = cardOf(person);
  await numberComes(rider, person.documentNumber);
  expect(rider.device.visionKit.framesAtOnce).toBe(1);
});

test.each(['library-without-text', 'library-without-it', 'not-here'] as const)(
  'W-05 a phone where it cannot work (%s) shows no button, and the form is as it was',
  async (reads) => {
    const rider = await stage.atTheNumber({ reads });
    expect(byId(rider.page(), 'read-by-camera')).toBeUndefined();
    expect(words(rider.page())).not.toContain('相机');
    await rider.type('field-number', stage.somebody().documentNumber);
    await rider.touch('number-next');
    await rider.until('the name', (page) => byId(page, 'field-name'));
  },
);

test('W-05 a document whose number nobody knows the look of is typed', async () => {
  const rider = await stage.atTheNumber({ kind: 'other' });
  expect(byId(rider.page(), 'read-by-camera')).toBeUndefined();
});

test.each([['throws' as const], [{ errno: 2_000_004 }]])(
  'W-05 a phone that finds out late that it cannot (%j) says so once, and the button is gone',
  async (reads) => {
    const rider = await stage.atTheNumber({ reads });
    await rider.touch('read-by-camera');
    await rider.until('why not', (page) => words(page).includes('现在不能用相机读取，请自己填写'));
    await rider.settle(300);
    expect(lent(rider)).toEqual(nothingLent);
    expect(byId(rider.page(), 'read-by-camera')).toBeUndefined();
    expect(byId(rider.page(), 'field-number')).toBeDefined();
  },
);

test.each([['throws-later' as const], [{ errno: 2_000_000 }]])(
  'W-05 a fault of the moment (%j) leaves the button, and the next try reads',
  async (reads) => {
    const person = stage.somebody();
    const rider = await stage.atTheNumber({ reads });
    await rider.touch('read-by-camera');
    await rider.until('why not', (page) => words(page).includes('现在不能用相机读取'));
    rider.device.visionKit.reads = 'text';
    await rider.settle(300);
    await openReader(rider);
    rider.device.visionKit.inSight = cardOf(person);
    await numberComes(rider, person.documentNumber);
  },
);

test.each(['refused', 'refused-silently'] as const)(
  'W-05 W-17 a camera that is %s: why, the settings, and back to the camera once it is allowed',
  async (camera) => {
    const person = stage.somebody();
    const rider = await stage.atTheNumber();
    rider.device.camera = camera;
    await rider.touch('read-by-camera');
    await rider.until('why not', (page) => words(page).includes('没有相机权限'));
    await rider.settle(300);
    expect(lent(rider)).toEqual(nothingLent);
    expect(byId(rider.page(), 'field-number')).toBeDefined();
    await rider.touch('camera-settings');
    await rider.settle(1_500);
    expect([rider.device.settingsOpened, rider.device.cameraOpen]).toEqual([1, false]);
    rider.device.allowsInSettings = true;
    await rider.touch('camera-settings');
    await rider.until('the camera', () => rider.device.cameraOpen);
    rider.device.visionKit.inSight = cardOf(person);
    await numberComes(rider, person.documentNumber);
  },
);

test('W-05 WeChat’s own no to the session is a refusal too', async () => {
  const rider = await stage.atTheNumber({ reads: { errno: 2_003_002 } });
  await rider.touch('read-by-camera');
  await rider.until('why not', (page) => words(page).includes('没有相机权限'));
  expect(byId(rider.page(), 'read-by-camera')).toBeDefined();
});

test('W-05 a camera that fails gives way to typing', async () => {
  const rider = await stage.atTheNumber();
  rider.device.camera = 'broken';
  await rider.touch('read-by-camera');
  await rider.until('why not', (page) => words(page).includes('现在不能用相机读取'));
  expect(byId(rider.page(), 'field-number')).toBeDefined();
});

test('W-28 everything lent is given back on going back, before the session has begun as well as after', async () => {
  const rider = await stage.atTheNumber();
  await openReader(rider);
  await rider.until('frames', () => rider.device.visionKit.frames.length > 1);
  expect(lent(rider)).toEqual([true, 1, 1]);
  rider.app().navigation.back(1);
  await rider.settle(1_000);
  expect(lent(rider)).toEqual(nothingLent);
  await rider.touch('choice-resident-id');
  await openReader(rider);
  expect(rider.device.visionKit.framesRunning).toBe(0);
  rider.app().navigation.back(1);
  await rider.settle(1_000);
  expect(lent(rider)).toEqual(nothingLent);
});

test('W-28 an app that is hidden reads nothing and holds nothing; in front again it reads on', async () => {
  const person = stage.somebody();
  const rider = await stage.atTheNumber();
  await openReader(rider);
  await rider.until('frames', () => rider.device.visionKit.frames.length > 1);
  rider.app().cover();
  await rider.settle(500);
  const before = rider.device.visionKit.frames.length;
  expect(lent(rider)).toEqual(nothingLent);
  await rider.settle(12_000);
  expect(rider.device.visionKit.frames.length).toBe(before);
  rider.app().uncover();
  await rider.until('the camera again', () => rider.device.cameraOpen);
  expect(words(rider.page())).not.toContain('还没有读到');
  rider.device.visionKit.inSight = cardOf(person);
  await numberComes(rider, person.documentNumber);
});

test('W-28 no picture is taken, and nothing of it is in Alipay’s build', () => {
  const rider = stage.newPhone();
  rider.open();
  const sourceOf = (platform: 'weapp' | 'alipay') =>
    ['app', 'common', 'vendors', ...declaredPages(platform)]
      .map((name) => readFileSync(`${buildOf(platform)}/${name}.js`, 'utf8'))
      .join('\n');
  expect(sourceOf('weapp')).toContain('createVKSession');
  expect(sourceOf('weapp')).not.toMatch(/takePhoto|chooseMedia|chooseImage|startRecord/);
  expect(sourceOf('alipay')).not.toMatch(/createVKSession|runOCR|onCameraFrame/);
});
