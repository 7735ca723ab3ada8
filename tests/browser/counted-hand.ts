import type { Locator, Page } from 'playwright-core';

/** Somebody at the console who is counted: a click, a key or a field that is filled is one input each. */
export interface CountedHand {
  click(what: Locator): Promise<void>;
  fill(what: Locator, text: string): Promise<void>;
  /** Goes to a section by its name in the head, from wherever one is. */
  open(section: string): Promise<void>;
  readonly inputs: number;
}

/** Starts counting at the page that the console opens with. */
export const countedHand = async (page: Page, host: string): Promise<CountedHand> => {
  await page.goto('about:blank');
  await page.goto(`${host}/console/`);
  await page.locator('main h1').first().waitFor();
  await page.locator('main .skeleton').first().waitFor({ state: 'detached' });
  let inputs = 0;
  const counted = async (act: Promise<void>) => {
    inputs += 1;
    await act;
  };
  return {
    click: (what) => counted(what.click()),
    fill: (what, text) => counted(what.fill(text)),
    open: async (section) => {
      inputs += await openInHead(page, section);
    },
    get inputs() {
      return inputs;
    },
  };
};

/** The line of a section in the menu, by the name that one reads. */
export const lineOf = (page: Page, section: string): Locator =>
  page.getByRole('navigation').getByRole('link', { name: section, exact: true });

/** Whatever in the head opens to show more of the menu. */
export const closedMenus = (page: Page): Locator => page.locator('header [aria-expanded="false"]');

/** Clicks the section's line, after the menu that holds it where there is one; gives how many clicks somebody needs who knows which. */
const openInHead = async (page: Page, section: string): Promise<number> => {
  const line = lineOf(page, section);
  if (await line.isVisible()) {
    await line.click();
    return 1;
  }
  for (const menu of await closedMenus(page).all()) {
    await menu.click();
    if (await line.isVisible()) {
      await line.click();
      return 2;
    }
    await page.keyboard.press('Escape');
  }
  throw new Error(`no section is called ${section}`);
};
