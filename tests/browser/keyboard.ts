import type { Locator, Page } from 'playwright-core';
import { closedMenus, lineOf } from './counted-hand';

const farthest = 300;

const holdsFocus = (what: Locator): Promise<boolean> => what.evaluate((one) => one === document.activeElement);

/** Goes on with the Tab key until `what` has the focus; fails where it never comes. */
export const tabTo = async (page: Page, what: Locator): Promise<void> => {
  await what.waitFor();
  for (let stops = 0; stops < farthest; stops += 1) {
    if (await holdsFocus(what)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no Tab leads to ${String(what)}`);
};

/** Goes to something by the Tab key and presses a key on it. */
export const pressOn = async (page: Page, what: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> => {
  await tabTo(page, what);
  await page.keyboard.press(key);
};

/** Goes to a field by the Tab key and types; what stands there is replaced. */
export const typeInto = async (page: Page, field: Locator, text: string): Promise<void> => {
  await tabTo(page, field);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
};

/** Opens a section by the keyboard, from the top of the page as after loading it: its line, after the menu that holds it where there is one. */
export const openByKeyboard = async (page: Page, section: string): Promise<void> => {
  const line = lineOf(page, section);
  await page.locator('a').first().focus();
  if (!(await line.isVisible())) await openMenuOf(page, line);
  const href = await line.getAttribute('href');
  await pressOn(page, line);
  await page.waitForFunction((hash) => location.hash === hash, href);
  await page.locator('main h1').first().waitFor();
  await page.locator('main .skeleton').first().waitFor({ state: 'detached' });
};

const openMenuOf = async (page: Page, line: Locator): Promise<void> => {
  for (const menu of await closedMenus(page).all()) {
    await pressOn(page, menu);
    if (await line.isVisible()) return;
    await page.keyboard.press('Escape');
  }
  throw new Error(`no menu holds ${String(line)}`);
};

/**
 * Stops of the Tab key inside a part of the page that somebody could not use: nothing of it is drawn, or it has no name. Each stop is in view when
 * it has the focus.
 */
export const lostStops = async (page: Page, within: string, most = 20): Promise<readonly string[]> => {
  const lost: string[] = [];
  await page.locator(within).first().focus();
  for (let stop = 0; stop < most; stop += 1) {
    await page.keyboard.press('Tab');
    const said = await page.evaluate(stopWithin, within);
    if (said === undefined) return lost;
    if (said !== '') lost.push(said);
  }
  return lost;
};

/** In the page: undefined when the focus left the part, else what is wrong with where it is. */
function stopWithin(within: string): string | undefined {
  const stop = document.activeElement;
  if (!(stop instanceof HTMLElement || stop instanceof SVGElement) || !stop.closest(within)) return undefined;
  const drawn = stop.closest('label') ?? stop;
  const { width, height, bottom, right, top, left } = drawn.getBoundingClientRect();
  const isInView = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  const isDrawn = width >= 1 && height >= 1 && isInView;
  return isDrawn ? '' : `not in view: ${stop.outerHTML.slice(0, 120)}`;
}
