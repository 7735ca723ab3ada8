import { invite } from '@tongcheng/cloudfunctions/app/oversight/create-invitation';
import { cities } from '@tongcheng/cloudfunctions/app/venues/records';
import { departureLink } from '@tongcheng/shared/coaches/departure-code';
import { formatInstant, hourMs } from '@tongcheng/shared/time';
import { byId } from './phone/drawn';
import type { Platform } from './phone/platform';
import { stageTemplates } from './phone/stage-templates';
import { openPhoneTown, type PhoneTown } from './phone-town';
import { scannedLink } from './platform-journeys';
import { hasClass, type Rider, riderOn, words } from './rider';

const city = '420100';
const crewPage = 'pages/crew/index';

/** Whoever stands in these journeys; the passport of nobody. */
const passenger = { number: 'E46170284', name: '演示旅客丙', phone: '13946170285' };

/** A stage of one platform with coaches: a town, and phones of crew, passengers and officers. */
export function coachStage(platform: Platform) {
  jest.setTimeout(60_000);
  const templates = stageTemplates(platform);
  const phones: Rider[] = [];
  let town: PhoneTown;
  let turn = 0;
  beforeAll(async () => {
    town = await openPhoneTown();
    await withCoaches(town);
  }, 60_000);
  afterAll(async () => {
    await town.close();
    templates.remove();
  });
  afterEach(() => {
    for (const phone of phones.splice(0)) {
      expect(phone.app().complaints.heard).toEqual([]);
      phone.app().close();
    }
    expect(town.faults).toEqual([]);
  });
  const newPhone = () => {
    turn += 1;
    const phone = riderOn(platform, town, templates.folder, `coach-${turn}`);
    phones.push(phone);
    return phone;
  };
  /** A member of staff joins by an invitation on a phone of their own. */
  const joined = async (role: 'driver' | 'arrival-officer' | 'desk', operatorId?: string) => {
    const { invitation } = await invite(town.needs, {
      ...{ city, role, venueIds: [], scope: { kind: 'operator' } },
      ...{ validHours: 1, invitedBy: 'official-1' },
      ...(operatorId !== undefined && { operatorId }),
    });
    const phone = newPhone();
    phone.open({ path: crewPage, query: { invitation } });
    await phone.type('crew-name', '演示工作人员');
    await phone.touch('join');
    await phone.until('the page of staff', (page) => byId(page, 'end-shift'));
    return phone;
  };
  return { newPhone, joined, town: () => town };
}

/** The city of the town has coaches from now on. */
async function withCoaches({ needs, time }: PhoneTown): Promise<void> {
  const held = await needs.store.get(cities, city);
  if (!held) throw new Error('no city');
  const { _v, settings, ...record } = held;
  const coaches = { retentionDays: 400 };
  await needs.store.update(cities, { ...record, settings: { ...settings, capabilities: { city: {}, coaches } } }, _v);
  // What was read of the city before holds for five seconds.
  time.sleep(6_000);
}

/** Fills in a departure to another place of the same city and confirms it. */
export async function makeDeparture(crew: Rider, { time }: PhoneTown, aboard = '1'): Promise<void> {
  await crew.touch('new-departure');
  const at = formatInstant(time.now() + hourMs, 'HH:mm');
  const fields = {
    plate: '鄂A46172',
    time: at,
    origin: '演示客运站',
    destination: '武汉',
    serviceNumber: 'C123',
    aboard,
  };
  for (const [field, value] of Object.entries({ ...fields, driverName: '演示驾驶员', driverPhone: '13946170281' }))
    await crew.type(`departure-${field}`, value);
  await crew.touch('confirm-departure');
  await crew.until('the code', (page) => byId(page, 'departure-code'));
}

/** What a crew's phone keeps of its newest departure. */
function keptOn({ device }: Rider, field: 'code' | 'departureId'): string {
  const [, kept] =
    new RegExp(`"${field}":"([0-9A-Z]+)"`).exec((device.storage.get('tc.crew-book') ?? '').replaceAll('\\', '')) ?? [];
  if (kept === undefined) throw new Error(`no departure on this phone: ${[...device.storage.keys()].join(' ')}`);
  return kept;
}

/** The link inside the code that a crew's phone shows. */
export const linkOn = (crew: Rider, { needs }: PhoneTown): string =>
  departureLink(needs.publicUrl, keptOn(crew, 'code'));

/** Types the passenger by a passport. */
async function typePassenger(phone: Rider, { phoned = true } = {}): Promise<void> {
  await phone.touch('passenger-kind');
  await phone.touch('choice-passport');
  await phone.type('passenger-number', passenger.number);
  await phone.type('passenger-name', passenger.name);
  if (phoned) await phone.type('passenger-phone', passenger.phone);
}

const isComplete = (phone: Rider) => phone.until('complete', (page) => hasClass(page, 'complete') && words(page));

/** What crews, passengers and officers do on both platforms. */
export function coachesOn(platform: Platform): void {
  const { newPhone, joined, town } = coachStage(platform);

  test('L-02 L-03 L-08 L-10 a crew’s code is scanned by a passenger, the crew sees it complete and leaves, the officer ticks and closes', async () => {
    const crew = await joined('driver');
    await makeDeparture(crew, town());
    await crew.until('incomplete', (page) => hasClass(page, 'incomplete'));
    const rider = newPhone();
    rider.open(scannedLink(platform, linkOn(crew, town())));
    await rider.until('the coach', (page) => byId(page, 'typed-passenger'));
    expect(words(rider.page())).toContain('鄂A·46172');
    await typePassenger(rider);
    await rider.touch('register-typed');
    await rider.until('registered', (page) => byId(page, 'own-registrations'));
    expect(words(rider.page())).toContain('演**');
    expect(await isComplete(crew)).toContain('已登记齐');
    await crew.touch('depart');
    await crew.until('left', (page) => words(page).includes('已发车'));
    const officer = await joined('arrival-officer');
    await officer.type('arrival-plate', '鄂A46172');
    await officer.touch('open-trip');
    await officer.until('the list', (page) => byId(page, 'manifest'));
    await officer.touch('arrived');
    await officer.until('the arrival', (page) => words(page).includes('已到站') && !byId(page, 'arrived'));
    await officer.settle(500);
    officer.device.networkChanged(false);
    await officer.touchWords('在车');
    await officer.until('ticked', (page) => words(page).includes('在车 1'));
    await officer.touch('close-trip');
    await officer.until('closed on the phone', (page) => byId(page, 'reopen-trip'));
    expect(words(officer.page())).toContain('待上传');
    officer.device.networkChanged(true);
    await officer.until(
      'closed at the service',
      (page) => !words(page).includes('待上传') && byId(page, 'reopen-trip'),
    );
    expect(words(officer.page())).toContain('在车 1');
  });

  test('L-07 X-01 without a network a crew make a departure, its code holds at once, and somebody without a phone is registered; both are delivered later', async () => {
    const crew = await joined('driver');
    await crew.settle(1_000);
    crew.device.networkChanged(false);
    await makeDeparture(crew, town());
    await crew.until('waiting', (page) => words(page).includes('发车码已经有效'));
    await crew.touch('help-passenger');
    await typePassenger(crew, { phoned: false });
    await crew.touch('register-typed');
    await crew.until('the agreement', (page) => words(page).includes('请先征得乘客同意'));
    await crew.touch('passenger-agrees');
    await crew.settle(100);
    await crew.touch('register-typed');
    await crew.settle(500);
    crew.device.networkChanged(true);
    expect(await isComplete(crew)).toContain('已登记齐');
    expect([...crew.device.storage.values()].join('')).not.toContain(passenger.number);
  });

  test('L-02 a crew cancel with a reason only, and whoever scans the code is told', async () => {
    const crew = await joined('driver');
    await makeDeparture(crew, town());
    await crew.touch('cancel-departure');
    await crew.touch('choice-coach-trouble');
    await crew.until('cancelled', (page) => words(page).includes('已取消'));
    const rider = newPhone();
    rider.open(scannedLink(platform, linkOn(crew, town())));
    await rider.until('that it is cancelled', (page) => words(page).includes('已取消'));
  });

  test('L-07 a desk sees the departure of its station, registers somebody and shows a code', async () => {
    const crew = await joined('driver');
    await makeDeparture(crew, town(), '2');
    const desk = await joined('desk');
    await desk.type('station-search', '46172');
    await desk.touch(`choice-${keptOn(crew, 'departureId')}`);
    await desk.until('the code', (page) => byId(page, 'departure-code'));
    await desk.touch('help-passenger');
    await typePassenger(desk, { phoned: false });
    await desk.touch('passenger-agrees');
    await desk.settle(100);
    await desk.touch('register-typed');
    await desk.until('taken', (page) => byId(page, 'helped-passengers') && words(page).includes('1 / 2 人'));
  });
}
