import { coachNewsOn } from './coach-news';
import { coachesOn, coachStage, makeDeparture } from './coaches';
import { peopleOf } from './people';
import { byId } from './phone/drawn';
import { cardOf, lent, nothingLent, openReader, written } from './reader-stage';
import { words } from './rider';

describe('coaches', () => coachesOn('weapp'));
describe('news of coaches', () => coachNewsOn('weapp'));

describe('the camera of staff', () => {
  const { joined, town } = coachStage('weapp');

  test('L-07 a document held before the crew’s camera fills number and name; the crew look, and register when the passenger agrees', async () => {
    const person = peopleOf(town())();
    const crew = await joined('driver');
    crew.device.visionKit.reads = 'text';
    await makeDeparture(crew, town());
    await crew.touch('help-passenger');
    await openReader(crew);
    crew.device.visionKit.inSight = cardOf(person);
    await crew.until('the number', (page) => written(page, 'passenger-number') === person.documentNumber);
    expect(written(crew.page(), 'passenger-name')).toBe(person.name);
    expect(words(crew.page())).toContain('已读取号码和姓名');
    await crew.settle(2_000);
    expect(lent(crew)).toEqual(nothingLent);
    await crew.touch('passenger-agrees');
    await crew.settle(100);
    await crew.touch('register-typed');
    await crew.until('taken', (page) => byId(page, 'helped-passengers'));
    expect(words(crew.page())).not.toContain('已读取号码和姓名');
  });

  test('L-07 where WeChat reads no text nothing is offered', async () => {
    const crew = await joined('driver');
    crew.device.visionKit.reads = 'not-here';
    await makeDeparture(crew, town());
    await crew.touch('help-passenger');
    await crew.until('the form', (page) => byId(page, 'passenger-number'));
    expect(byId(crew.page(), 'read-by-camera')).toBeUndefined();
  });
});
