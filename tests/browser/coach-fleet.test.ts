import { join } from 'node:path';
import { invite } from '@tongcheng/cloudfunctions/app/oversight/create-invitation';
import { operators } from '@tongcheng/cloudfunctions/app/venues/operator-record';
import { newId } from '@tongcheng/shared/ids';
import type { Page } from 'playwright-core';
import { axe } from './axe';
import { coachWalk, home, pictures } from './coach-steps';
import { signInConsole } from './console-steps';
import { officialOf } from './desk-of';
import { front } from './rider-steps';

jest.setTimeout(180_000);
const walk = coachWalk(10);

/** Pictures at widths that people have. */
async function look(page: Page, name: string, widths: readonly number[]): Promise<void> {
  if (pictures === undefined) return;
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true });
  }
}

test('L-02 an operator’s official lists a vehicle and a line; its crew fill in a departure by them and are told of more aboard than seats', async () => {
  const { container } = walk.city().host;
  const operatorId = newId(container.clock.now(), container.chance.bytes);
  const added = { addedAt: container.clock.now(), addedBy: 'official-1' };
  await container.store.insert(operators, { _id: operatorId, city: home, name: '演示客运一公司', ...added });
  const desk = await walk.phone(1_024);
  await signInConsole(desk, walk.city().url, await officialOf(container, 'operator'));
  await desk.goto(`${walk.city().url}/console/#/coach-staff`);
  await desk.locator(`[data-operator="${operatorId}"] [data-act="open-fleet"]`).click();
  await desk.locator('[data-act="add-vehicle"]').click();
  await desk.locator('input[name="plate"]').fill('鄂A·46172');
  await desk.locator('input[name="seats"]').fill('33');
  await look(desk, 'fleet-vehicle', [1_024]);
  await desk.locator('[data-part="confirm"] [data-act="confirm"]').click();
  await desk.locator('[data-vehicle]').waitFor();
  await desk.locator('[data-act="add-line"]').click();
  await desk.locator('input[name="number"]').fill('C7');
  await desk.locator('input[name="origin"]').fill('演示客运站');
  await desk.locator('input[name="destination"]').fill('演示到达站');
  await desk.locator('textarea[name="stops"]').fill('演示途经站');
  await look(desk, 'fleet-line', [1_024]);
  await desk.locator('[data-part="confirm"] [data-act="confirm"]').click();
  await desk.locator('[data-line]').waitFor();
  expect(await axe(desk, 'fleet', 'body')).toEqual([]);
  await look(desk, 'fleet', [414, 1_024, 1_440]);
  await desk.selectOption('select[name="scheme"]', 'dark');
  expect(await axe(desk, 'fleet dark', 'body')).toEqual([]);
  await look(desk, 'fleet-dark', [1_024]);
  await walk.context().close();
  const crew = await walk.phone();
  const { invitation } = await invite(container, {
    ...{ city: home, role: 'driver', venueIds: [], operatorId, scope: { kind: 'operator' } },
    ...{ validHours: 1, invitedBy: 'official-1' },
  });
  await crew.goto(`${walk.city().url}/app/#/pages/crew/index?invitation=${invitation}`);
  await front(crew).locator('#crew-name').fill('演示驾驶员');
  await front(crew).locator('#join').click();
  await front(crew).locator('#new-departure').click();
  await front(crew).locator('#known-runs .coach-tick', { hasText: 'C7' }).click();
  await front(crew).locator('#known-runs .coach-tick', { hasText: '46172' }).click();
  await front(crew).locator('#departure-aboard').fill('34');
  await front(crew).locator('#departure-form .notice', { hasText: '33' }).waitFor();
  await look(crew, 'crew-fleet', [360]);
  expect(await front(crew).locator('#departure-destination').inputValue()).toBe('演示到达站');
  expect(await front(crew).locator('#known-runs .coach-tick.chosen').count()).toBe(2);
});
