import { peopleOf, settledRider } from './people';
import { byId, type Drawn } from './phone/drawn';
import type { Platform } from './phone/platform';
import { stageTemplates } from './phone/stage-templates';
import { openPhoneTown, type PhoneTown } from './phone-town';
import { hasClass, type Rider, riderOn, words } from './rider';

/** The camera in the page and what takes its place, on the compiled build of a platform, against the real functions. */
export function cameraJourneysOn(platform: Platform): void {
  let town: PhoneTown;
  let somebody: ReturnType<typeof peopleOf>;
  let turn = 0;
  let rider: Rider;
  jest.setTimeout(60_000);
  const templates = stageTemplates(platform);
  beforeAll(async () => {
    town = await openPhoneTown();
    somebody = peopleOf(town);
  });
  afterAll(async () => {
    await town.close();
    templates.remove();
  });
  afterEach(() => {
    expect(rider.app().complaints.heard).toEqual([]);
    expect(town.faults).toEqual([]);
    rider.app().close();
  });
  /** A settled rider who opens the app anew with a camera in this state. */
  const withCamera = async (camera: Rider['device']['camera']) => {
    turn += 1;
    rider = riderOn(platform, town, templates.folder, `rider-of-cameras-${turn}`);
    await settledRider(rider, somebody());
    rider.device.camera = camera;
    rider.device.camerasOpened = 0;
    rider.device.scannersOpened = 0;
    rider.open();
    await rider.settle(500);
    return rider.device;
  };
  const admitted = () => rider.until('the verdict', (page) => hasClass(page, 'verdict-admit') && words(page));
  const recorded = () => rider.app().network.log.filter(({ url }) => url.endsWith('rides.record-scan')).length;
  const lit = (page: Drawn) => byId(page, 'torch')?.classes.includes('lit') ?? false;

  test('W-17 the camera is in the page with every tool beside it; a code in sight is taken once', async () => {
    const device = await withCamera('works');
    expect([device.cameraOpen, device.camerasOpened, device.scannersOpened]).toEqual([true, 1, 0]);
    for (const id of ['camera', 'torch', 'refresh', 'type-code'])
      expect([id, byId(rider.page(), id)?.id]).toEqual([id, id]);
    device.inSight = { code: town.posted('bus').link };
    await admitted();
    await rider.settle(1_000);
    expect(recorded()).toBe(1);
    expect(device.cameraOpen).toBe(false);
  });

  test('W-17 a code that was cancelled is not taken again while the camera still sees it; a touch takes the next', async () => {
    const device = await withCamera('works');
    device.inSight = { code: town.posted('bus').link };
    await rider.until('what the code is', (page) => byId(page, 'seen-venue'));
    await rider.touchWords('取消');
    await rider.settle(3_000);
    expect(words(rider.page())).toContain('已取消');
    expect([recorded(), device.cameraOpen]).toEqual([0, true]);
    await rider.touchWords('继续扫码');
    device.inSight = { code: town.posted('bus').link };
    await admitted();
    expect(recorded()).toBe(1);
  });

  test('W-17 the torch is lit and put out by a touch, and goes out when the page is left', async () => {
    const device = await withCamera('works');
    expect(device.torchLit).toBe(false);
    await rider.touch('torch');
    await rider.settle(100);
    expect(device.torchLit).toBe(true);
    await rider.touch('torch');
    await rider.settle(100);
    expect(device.torchLit).toBe(false);
    await rider.touch('torch');
    await rider.settle(100);
    rider.app().cover();
    await rider.settle(500);
    expect([device.torchLit, device.cameraOpen]).toEqual([false, false]);
    rider.app().uncover();
    await rider.settle(500);
    expect([device.torchLit, device.cameraOpen]).toEqual([false, true]);
  });

  test('W-17 after four seconds without a code the torch is offered, after ten the platform’s scanner', async () => {
    const device = await withCamera('works');
    await rider.settle(3_000);
    expect(lit(rider.page())).toBe(false);
    await rider.settle(1_500);
    expect(lit(rider.page())).toBe(true);
    expect(words(rider.page())).toContain('太暗');
    expect(byId(rider.page(), 'other-scanner')).toBeUndefined();
    await rider.settle(6_000);
    await rider.touch('other-scanner');
    device.inSight = { code: town.posted('bus').link };
    await admitted();
    expect(device.scannersOpened).toBe(1);
  });

  test('W-17 refresh opens the camera anew, one after the other', async () => {
    const device = await withCamera('works');
    await rider.touch('refresh');
    await rider.settle(500);
    expect([device.cameraOpen, device.camerasOpened]).toEqual([true, 2]);
  });

  test('W-17 typing the code while the camera is open: the camera waits meanwhile', async () => {
    const device = await withCamera('works');
    await rider.touch('type-code');
    await rider.until('the field', (page) => byId(page, 'typed-code'));
    await rider.settle(100);
    expect(device.cameraOpen).toBe(false);
    await rider.type('typed-code', town.posted('bus').shortCode);
    await rider.touch('send-code');
    await admitted();
    expect([recorded(), device.scannersOpened]).toEqual([1, 0]);
  });

  test.each(['refused', 'refused-silently'] as const)(
    'W-17 a camera that is %s: why, the settings, and back to the camera once it is allowed',
    async (camera) => {
      const device = await withCamera(camera);
      expect(await rider.until('the reason', (page) => byId(page, 'camera-trouble')?.text)).toContain('没有相机权限');
      expect([device.cameraOpen, device.scannersOpened]).toEqual([false, 0]);
      await rider.touch('camera-settings');
      await rider.settle(1_500);
      expect(device.settingsOpened).toBe(1);
      expect(byId(rider.page(), 'camera-trouble')).toBeDefined();
      device.allowsInSettings = true;
      await rider.touch('camera-settings');
      await rider.settle(1_500);
      expect(device.cameraOpen).toBe(true);
      device.inSight = { code: town.posted('bus').link };
      await admitted();
    },
  );

  test('W-17 with the camera refused, the platform’s scanner and typing are still there', async () => {
    const device = await withCamera('refused');
    await rider.until('the reason', (page) => byId(page, 'camera-trouble'));
    expect(byId(rider.page(), 'type-code')).toBeDefined();
    await rider.touch('other-scanner');
    device.inSight = { code: town.posted('bus').link };
    await admitted();
    expect(device.scannersOpened).toBe(1);
  });

  test.each(['broken', 'too-old'] as const)(
    'W-17 a camera that is %s gives way to the platform’s scanner; closed it stays closed, and a touch opens it again',
    async (camera) => {
      const device = await withCamera(camera);
      device.inSight = 'closed';
      await rider.settle(5_000);
      expect([device.camerasOpened, device.scannersOpened]).toEqual([0, 1]);
      expect(hasClass(rider.page(), 'notice-heed')).toBe(false);
      await rider.touch('refresh');
      await rider.settle(500);
      expect(device.scannersOpened).toBe(2);
      device.inSight = { code: town.posted('bus').link };
      await admitted();
    },
  );
}
