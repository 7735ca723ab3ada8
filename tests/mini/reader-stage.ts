import type { Person } from '../../city/people/person';
import { agree, peopleOf } from './people';
import { byId, type Drawn } from './phone/drawn';
import { stageTemplates } from './phone/stage-templates';
import type { VisionKit } from './phone/vision-kit';
import { openPhoneTown, type PhoneTown } from './phone-town';
import { hasClass, type Rider, riderOn } from './rider';

/** How a rider comes to the number: which phone, which document, which words and type. */
interface Coming {
  readonly reads?: VisionKit['reads'];
  readonly kind?: string;
  readonly language?: 'zh' | 'en';
  readonly elder?: boolean;
}

/** A stage for the camera's help with a document on WeChat (decision 124): the compiled build against the real functions. */
export function readerStage(name: string) {
  jest.setTimeout(60_000);
  const templates = stageTemplates('weapp');
  let town: PhoneTown;
  let somebody: ReturnType<typeof peopleOf>;
  let turn = 0;
  let rider: Rider;
  beforeAll(async () => {
    town = await openPhoneTown();
    somebody = peopleOf(town);
  }, 60_000);
  afterAll(async () => {
    await town.close();
    templates.remove();
  });
  afterEach(() => {
    expect(rider.app().complaints.heard).toEqual([]);
    expect(town.faults).toEqual([]);
    rider.app().close();
  });
  const newPhone = (language: 'zh' | 'en' = 'zh') => {
    turn += 1;
    rider = riderOn('weapp', town, templates.folder, `${name}-${turn}`, language);
    return rider;
  };
  /** A new rider at the step of the number. */
  const atTheNumber = async ({ reads = 'text', kind = 'resident-id', language, elder = false }: Coming = {}) => {
    newPhone(language).device.visionKit.reads = reads;
    rider.open();
    if (elder) await enlarge(rider);
    await agree(rider);
    await rider.touch(`choice-${kind}`);
    await rider.until('the number', (page) => byId(page, 'field-number'));
    await rider.settle(100);
    return rider;
  };
  return { somebody: (...is: Parameters<typeof somebody>) => somebody(...is), newPhone, atTheNumber };
}

async function enlarge(rider: Rider): Promise<void> {
  await rider.settle(500);
  await rider.touch('menu');
  await rider.touch('switch-elder');
  await rider.until('large type', (page) => hasClass(page, 'elder'));
  rider.open();
}

/** Touches the button; the camera opens. */
export async function openReader(rider: Rider): Promise<void> {
  await rider.touch('read-by-camera');
  await rider.until('the camera', () => rider.device.cameraOpen);
}

/** All that a phone lends for it: the camera, sessions, listeners to frames. */
export const lent = ({ device: { cameraOpen, visionKit } }: Rider) => [
  cameraOpen,
  visionKit.sessionsOpen,
  visionKit.framesRunning,
];
export const nothingLent = [false, 0, 0];

/** What a field holds. */
export const written = (page: Drawn, id: string): string | undefined => byId(page, id)?.attributes.value;

/** Waits until the number's field holds this. */
export const numberComes = (rider: Rider, number: string) =>
  rider.until('the number', (page) => written(page, 'field-number') === number);

/** What VisionKit makes of somebody's card. */
export const cardOf = ({ name, documentNumber }: Pick<Person, 'name' | 'documentNumber'>): readonly string[] => [
  `姓 名 ${Array.from(name).join(' ')}`,
  '性别 女 民族 汉',
  '出生 1990年3月7日',
  `公民身份号码 ${documentNumber.slice(0, 6)} ${documentNumber.slice(6)}`,
];
