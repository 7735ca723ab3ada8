import type { Locator, Page } from 'playwright-core';

/** The page in front; earlier ones stay in the document on the web. */
export const front = (page: Page): Locator => page.locator('.taro_page:not(.taro_page_shade)').last();

/** A person as typed into the form. */
export interface TypedPerson {
  readonly documentKind: string;
  readonly documentNumber: string;
  readonly name: string;
  readonly phone: string;
  readonly guardianNeeded?: boolean;
}

/** Faces of the verdict screen; `grey` asks to complete the status. */
export type ShownFace = 'admit' | 'refuse' | 'refer' | 'grey' | 'expired' | 'kept';

/** Opens the app plainly, or as the phone's own scanner does by a posted code's link (`…/R/<CODE>`). */
export const openApp = async (page: Page, url: string, code?: string): Promise<void> => {
  const address = code === undefined ? '/app/#/pages/scan/index' : `/app/#/pages/scan/index?code=${code}`;
  await page.goto('about:blank');
  await page.goto(`${url}${address}`);
  await front(page).waitFor();
};

/** A phone that never had the app: pages of one browser may share their storage, whatever their context. */
export const freshPhone = async (page: Page, url: string): Promise<void> => {
  await page.goto(`${url}/app/#/pages/guide/index`);
  await page.evaluate(() => {
    localStorage.clear();
    indexedDB.deleteDatabase('tongcheng');
  });
  await page.goto('about:blank');
};

/** Agrees to the short consent, and separately to the use of sensitive data. */
export const agree = async (page: Page): Promise<void> => {
  await front(page).locator('#step-consent #agree-sensitive').click();
  await front(page).locator('#step-consent #agree').click();
  await front(page).locator('#step-kind').waitFor();
};

/** Types a person through the steps after consent, one thing a screen, up to the card step. */
export const typePerson = async (page: Page, person: TypedPerson): Promise<void> => {
  await front(page).locator(`#choice-${person.documentKind}`).click();
  await fill(page, 'number', person.documentNumber);
  await fill(page, 'name', person.name);
  await fill(page, 'phone', person.phone);
  if (person.guardianNeeded) await front(page).locator('#guardian-agree').click();
  await front(page).locator('#step-card').waitFor();
};

/** A new rider: consent, identity, no card. Ends at the scan page, or where a waiting code leads by itself. */
export const newRider = async (page: Page, url: string, person: TypedPerson, code?: string): Promise<void> => {
  await freshPhone(page, url);
  await openApp(page, url, code);
  await agree(page);
  await typePerson(page, person);
  await front(page).locator('#skip-card').click();
};

/** A new rider who takes a demonstration person instead of typing. */
export const newDemonstrationRider = async (page: Page, url: string, code?: string): Promise<void> => {
  await freshPhone(page, url);
  await openApp(page, url, code);
  await takeDemonstrationPerson(page);
};

/** From the consent of an open app to the scan page, as a demonstration person without a card. */
export const takeDemonstrationPerson = async (page: Page): Promise<void> => {
  await agree(page);
  await takeDemonstrationPersonFromKind(page);
};

/** The same once the consent is given. */
export const takeDemonstrationPersonFromKind = async (page: Page): Promise<void> => {
  await front(page).locator('#demonstration').click();
  await front(page).locator('#step-phone #phone-next').click();
  const guardian = front(page).locator('#guardian-agree');
  const card = front(page).locator('#step-card');
  await guardian.or(card).waitFor();
  if (await guardian.isVisible()) await guardian.click();
  await front(page).locator('#skip-card').click();
};

/** Types a short code on the scan page. */
export const scanByTypedCode = async (page: Page, code: string): Promise<void> => {
  await front(page).locator('#type-code').click();
  await front(page).locator('#typed-code').fill(code);
  await front(page).locator('#send-code').click();
};

/** Waits for the verdict screen with this face; gives all it says. */
export const expectVerdict = async (page: Page, face: ShownFace, within = 15_000): Promise<string> => {
  const shown = front(page).locator(`.verdict-${face}`);
  await shown.waitFor({ timeout: within }).catch(async () => {
    throw new Error(`no verdict ${face} but: ${await front(page).innerText()}`);
  });
  return shown.innerText();
};

/** The word of the minute as the rider shows it. */
export const shownMinuteWord = (page: Page): Promise<string> => front(page).locator('#minute-word').innerText();

/** Opens a page by the menu: `rides`, `account`, `cards` or `guide`. */
export const openByMenu = async (
  page: Page,
  where: 'rides' | 'account' | 'cards' | 'guide' | 'scan',
): Promise<void> => {
  await front(page).locator('#menu').click();
  await front(page).locator(`#menu-${where}`).click();
};

/** Switches language or elder mode in the menu and closes it. */
export const switchInMenu = async (page: Page, what: 'language' | 'elder'): Promise<void> => {
  await front(page).locator('#menu').click();
  await front(page).locator(`#switch-${what}`).click();
  await front(page).locator('.menu-close').click();
};

async function fill(page: Page, field: 'number' | 'name' | 'phone', value: string): Promise<void> {
  await front(page).locator(`#step-${field} #field-${field}`).fill(value);
  await front(page).locator(`#${field}-next`).click();
}

/** Appeals against the verdict in front in these words; ends when the appeal is kept. */
export const appealInWords = async (page: Page, words: string): Promise<void> => {
  await front(page).getByText('申诉', { exact: true }).click();
  await front(page).locator('#appeal-text').fill(words);
  await front(page).locator('#send-appeal').click();
  await front(page).locator('#appeal-state').waitFor();
};
