import { settledRider } from './people';
import { byId, everyElement } from './phone/drawn';
import { cardOf, lent, nothingLent, numberComes, openReader, readerStage, written } from './reader-stage';
import { hasClass, words } from './rider';

const stage = readerStage('reader');

test('W-01 W-05 a new rider holds the card before the camera: number and name are filled, looked at, and sent by the rider', async () => {
  const person = stage.somebody();
  const rider = await stage.atTheNumber();
  await openReader(rider);
  expect(words(rider.page())).toContain('只在这台手机上识别，不拍照，不保存，不上传图像');
  const asked = rider.app().network.log.length;
  rider.device.visionKit.inSight = cardOf(person);
  await numberComes(rider, person.documentNumber);
  expect(words(rider.page())).toContain('已读取号码和姓名。请对照证件核对');
  expect(rider.device.felt).toEqual(['short medium']);
  await rider.settle(2_000);
  expect(lent(rider)).toEqual(nothingLent);
  expect(byId(rider.page(), 'document-camera')).toBeUndefined();
  expect(byId(rider.page(), 'step-number')).toBeDefined();
  expect(rider.app().network.log.length).toBe(asked);
  expect(JSON.stringify([...rider.device.storage])).not.toContain(person.documentNumber);
  await rider.touch('number-next');
  await rider.until('the name', (page) => written(page, 'field-name') === person.name);
  await rider.touch('name-next');
  await rider.type('field-phone', person.phone);
  await rider.touch('phone-next');
  await rider.until('the card step', (page) => byId(page, 'step-card'));
  const sent = rider.app().network.log.filter(({ url }) => url.endsWith('identity.verify-identity'));
  expect(sent).toHaveLength(1);
});

test('W-05 what was read can be changed before it is sent, and the camera asked again', async () => {
  const person = stage.somebody();
  const rider = await stage.atTheNumber();
  await openReader(rider);
  rider.device.visionKit.inSight = cardOf({ ...person, documentNumber: '420106199003072345' });
  await numberComes(rider, '420106199003072345');
  await rider.type('field-number', person.documentNumber);
  expect(written(rider.page(), 'field-number')).toBe(person.documentNumber);
  await rider.settle(300);
  rider.device.visionKit.inSight = undefined;
  await openReader(rider);
  rider.device.visionKit.inSight = cardOf(person);
  await rider.until('both again', (page) => words(page).includes('已读取号码和姓名'));
  expect(written(rider.page(), 'field-number')).toBe(person.documentNumber);
});

test('W-05 a misread number is not taken, nor one of two cards; after ten seconds it says what helps, and typing is a touch away', async () => {
  const [person, neighbour] = [stage.somebody(), stage.somebody()];
  const rider = await stage.atTheNumber();
  await openReader(rider);
  const last = person.documentNumber.slice(-1);
  const misread = person.documentNumber.slice(0, 17) + (last === '7' ? '6' : '7');
  rider.device.visionKit.inSight = cardOf({ ...person, documentNumber: misread });
  await rider.settle(3_000);
  rider.device.visionKit.inSight = [...cardOf(person), ...cardOf(neighbour)];
  await rider.settle(3_000);
  expect(byId(rider.page(), 'document-camera')).toBeDefined();
  expect(words(rider.page())).not.toContain('还没有读到');
  await rider.settle(5_000);
  expect(words(rider.page())).toContain('还没有读到。请到亮处，让证件占满方框');
  await rider.touch('document-type');
  await rider.settle(300);
  expect(byId(rider.page(), 'document-camera')).toBeUndefined();
  expect(written(rider.page(), 'field-number')).toBe('');
  expect(lent(rider)).toEqual(nothingLent);
  await rider.type('field-number', person.documentNumber);
  await rider.touch('number-next');
  await rider.until('the name', (page) => byId(page, 'field-name'));
});

test('W-05 a number without a name comes alone, and says so; frames that disagree are not taken', async () => {
  const [person, neighbour] = [stage.somebody(), stage.somebody()];
  const rider = await stage.atTheNumber();
  await openReader(rider);
  const seen = new Set<number>();
  rider.device.visionKit.inSight = [person.documentNumber];
  await rider.until('frames that disagree', () => {
    const { frames } = rider.device.visionKit;
    if (seen.has(frames.length)) return frames.length > 7;
    seen.add(frames.length);
    rider.device.visionKit.inSight = [frames.length % 2 === 0 ? person.documentNumber : neighbour.documentNumber];
    return false;
  });
  expect(written(rider.page(), 'field-number')).toBe('');
  rider.device.visionKit.inSight = [person.documentNumber];
  await numberComes(rider, person.documentNumber);
  expect(words(rider.page())).toContain('姓名请自己填写');
  expect(rider.device.visionKit.frames.length).toBeGreaterThan(8);
});

test('W-05 a passport by the two lines at its foot', async () => {
  const rider = await stage.atTheNumber({ kind: 'passport' });
  await openReader(rider);
  await rider.until('what to hold', (page) => words(page).includes('连同最下面两行字母'));
  expect(hasClass(rider.page(), 'page-shaped')).toBe(true);
  rider.device.visionKit.inSight = [
    'PASSPORT',
    'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
    'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
  ];
  await numberComes(rider, 'L898902C3');
  await rider.touch('number-next');
  await rider.until('the name', (page) => written(page, 'field-name') === 'ERIKSSON ANNA MARIA');
});

test('X-09 in English and in elder mode, with a label for whoever listens', async () => {
  const person = stage.somebody();
  const rider = await stage.atTheNumber({ language: 'en', elder: true });
  expect(hasClass(rider.page(), 'elder')).toBe(true);
  await openReader(rider);
  await rider.settle(300);
  const dialog = byId(rider.page(), 'document-camera');
  expect(dialog?.attributes).toMatchObject({ ariaRole: 'dialog', ariaModal: 'true' });
  expect(dialog?.attributes.ariaLabel).toBe('Read the document with the camera');
  expect(dialog?.text).toContain('no picture is taken, kept or sent');
  expect(dialog?.text).toContain('Cancel and type it');
  await rider.settle(10_500);
  expect(words(rider.page())).toContain('Nothing read yet');
  const said = everyElement(rider.page()).find(({ attributes }) => attributes.ariaRole === 'alert');
  expect(said?.text).toContain('Nothing read yet');
  rider.device.visionKit.inSight = cardOf(person);
  await rider.until('both', (page) => words(page).includes('Number and name were read'));
  expect(words(byId(rider.page(), 'step-number') ?? rider.page())).not.toMatch(/[\u4e00-\u9fff]/);
});

test('X-09 a family member’s document is read the same way, and sent by whoever adds them', async () => {
  const [holder, member] = [stage.somebody(), stage.somebody()];
  const rider = stage.newPhone();
  await settledRider(rider, holder);
  rider.open({ path: 'pages/family/index' });
  await rider.touchWords('添加家人');
  await rider.touch('choice-parent');
  await rider.touch('choice-resident-id');
  await openReader(rider);
  rider.device.visionKit.inSight = cardOf(member);
  await rider.until('number and name', (page) => {
    const came = [written(page, 'member-number'), written(page, 'member-name')];
    return came[0] === member.documentNumber && came[1] === member.name;
  });
  await rider.settle(1_000);
  expect(lent(rider)).toEqual(nothingLent);
  expect(rider.app().network.log.filter(({ url }) => url.includes('family.add'))).toEqual([]);
});
