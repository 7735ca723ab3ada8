import { formatInstant, hourMs, minuteMs } from '@tongcheng/shared/time';
import { coachStage, linkOn, makeDeparture } from './coaches';
import { peopleOf, settledRider } from './people';
import { byId, type Drawn, elementsWhere } from './phone/drawn';
import type { Platform } from './phone/platform';
import { scannedLink } from './platform-journeys';
import { hasClass, type Rider, words } from './rider';

/** An operator to which two crews belong. */
const operator = '01JDPERATR0000000000000000';

/** A passenger's page asks so often. */
const asksEveryMs = 20_000;

const chosenIn = (page: Drawn) => elementsWhere(page, ({ classes }) => classes.includes('chosen'));

/** Delays, what a crew's operator ran, regulars: what goes on between the phones of a crew, a station and a passenger. */
export function coachNewsOn(platform: Platform): void {
  const { newPhone, joined, town } = coachStage(platform);
  let give: ReturnType<typeof peopleOf> | undefined;
  const person = () => {
    give ??= peopleOf(town());
    return give();
  };

  /** Somebody who is known, with the page of a crew's departure open. */
  async function openedBy(crew: Rider, rider: Rider = newPhone()): Promise<Rider> {
    rider.open(scannedLink(platform, linkOn(crew, town())));
    await rider.until('the coach', (page) => byId(page, 'coach-plate'));
    return rider;
  }

  test('L-02 a delay said by two touches is on the passenger’s open page by itself, a cancellation too; covered it asks nothing, and at once when it is back', async () => {
    const crew = await joined('driver');
    await makeDeparture(crew, town());
    const rider = newPhone();
    await settledRider(rider, person());
    await openedBy(crew, rider);
    await rider.touch('register-known');
    await rider.until('registered', (page) => byId(page, 'own-registrations'));
    const [first] = /\d\d:\d\d/.exec(words(rider.page())) ?? [''];
    await crew.touch('delay-departure');
    await crew.touch('later-20');
    await crew.until('the new time', (page) => words(page).includes(`原定 ${first}`));
    await rider.until('the new time', (page) => words(page).includes('发车时间改了'), asksEveryMs + 2_000);
    expect(words(rider.page())).toContain(`原定 ${first}`);
    expect(byId(rider.page(), 'own-registrations')).toBeDefined();
    const looks = () => rider.app().network.log.filter(({ url }) => url.includes('look-at-departure')).length;
    rider.app().cover();
    const before = looks();
    await rider.settle(5 * minuteMs);
    expect(looks()).toBe(before);
    rider.app().uncover();
    await rider.settle(1_000);
    expect(looks()).toBe(before + 1);
    await crew.touch('cancel-departure');
    await crew.touch('choice-weather');
    await crew.until('cancelled', (page) => words(page).includes('已取消'));
    await rider.until('the end', (page) => byId(page, 'coach-ended'), asksEveryMs + 2_000);
    expect(words(rider.page())).toContain('您的登记随之失效');
    expect(byId(rider.page(), 'register-known')).toBeUndefined();
  });

  test('L-02 the next departure of the operator is filled in by its lines and vehicles, one touch each', async () => {
    const crew = await joined('driver', operator);
    await makeDeparture(crew, town());
    const colleague = await joined('driver', operator);
    await colleague.touch('new-departure');
    const offered = await colleague.until('what is known', (page) => byId(page, 'known-runs'));
    expect(words(offered)).toContain('C123 演示客运站 → 武汉');
    await colleague.touchWords('C123 演示客运站');
    await colleague.touchWords('鄂A·46172');
    await colleague.until('both chosen', (page) => chosenIn(byId(page, 'known-runs') ?? page).length === 2);
    const at = formatInstant(town().time.now() + 2 * hourMs, 'HH:mm');
    for (const [field, value] of Object.entries({
      time: at,
      aboard: '2',
      driverName: '演示乙',
      driverPhone: '13946170289',
    }))
      await colleague.type(`departure-${field}`, value);
    await colleague.touch('confirm-departure');
    await colleague.until('the code', (page) => byId(page, 'departure-code'));
    expect(words(colleague.page())).toContain('鄂A·46172');
  });

  test('L-07 a rider agrees to be a regular; the crew of the next run register them by one tap, masked; taken back, nobody sees them', async () => {
    const crew = await joined('driver');
    await makeDeparture(crew, town(), '2');
    const known = person();
    const rider = newPhone();
    await settledRider(rider, known);
    await openedBy(crew, rider);
    await rider.touch('register-known');
    await rider.touch('agree-regulars');
    await rider.until('the agreement', (page) => byId(page, 'leave-regulars'));
    await crew.touchWords('全部发车');
    await makeDeparture(crew, town(), '2');
    await crew.touch('open-regulars');
    const list = await crew.until('the list', (page) => byId(page, 'regulars'));
    const row = await crew.until(
      'the regular',
      (page) => elementsWhere(page, ({ classes }) => classes.includes('coach-own'))[0],
    );
    expect(words(list)).not.toContain(known.name);
    expect(words(row)).toContain(`${known.name.charAt(0)}*`);
    const [tap] = elementsWhere(row, ({ id }) => id.startsWith('regular-'));
    await crew.touch(tap?.id ?? 'a regular');
    await crew.until('complete by one', (page) => words(page).includes('1 / 2'));
    await rider.touch('leave-regulars');
    await rider.until('taken back', (page) => byId(page, 'agree-regulars'));
    await crew.touchWords('全部发车');
    await makeDeparture(crew, town(), '2');
    await crew.touch('open-regulars');
    await crew.until('nobody', (page) => byId(page, 'regulars') && words(page).includes('没有还未登记的常客'));
    expect(hasClass(byId(crew.page(), 'regulars') ?? crew.page(), 'coach-own')).toBe(false);
  });
}
