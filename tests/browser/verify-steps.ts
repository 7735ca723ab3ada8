import type { Locator, Page } from 'playwright-core';

const part = (page: Page, name: string): Locator => page.locator(`[data-part="${name}"]`);

/**
 * Opens the verification screen by its invitation link (`…/verify/#invitation=…`) and signs in under a name. Where the
 * invitation has several venues, `venueId` says which. Ends when the screen is live.
 */
export const openVerification = async (
  page: Page,
  { link, displayName, venueId }: { readonly link: string; readonly displayName: string; readonly venueId?: string },
): Promise<void> => {
  await page.goto(link);
  await part(page, 'staff-sign-in').waitFor();
  await page.fill('input[name="displayName"]', displayName);
  await page.click('[data-part="staff-sign-in"] button[type="submit"]');
  await page.locator('[data-part="live"], [data-part="venue-choice"]').first().waitFor();
  if (await part(page, 'venue-choice').isVisible())
    await page.click(venueId === undefined ? '[data-venue]' : `[data-venue="${venueId}"]`);
  await part(page, 'status').and(page.locator('[data-freshness="live"]')).waitFor();
};

/** How a verdict looks: `refer` with a missing status is `unknown`. */
export type ShownFace = 'admit' | 'refer' | 'refuse' | 'unknown';

/** Waits until a scan with this face (and id, if given) stands in the list; gives what its line says. */
export const expectFeedScan = async (
  page: Page,
  { face, scanId, within = 5_000 }: { readonly face: ShownFace; readonly scanId?: string; readonly within?: number },
): Promise<string> => {
  const id = scanId === undefined ? '' : `[data-scan="${scanId}"]`;
  const line = page.locator(`[data-part="feed-scan"][data-face="${face}"]${id}`).first();
  await line.waitFor({ timeout: within });
  return line.innerText();
};

/** Waits until the large panel shows this face for whoever stands there now; gives its text. */
export const expectVerdict = async (page: Page, face: ShownFace, within = 5_000): Promise<string> => {
  const panel = page.locator(`[data-part="verdict"][data-stage="now"][data-face="${face}"]`);
  await panel.waitFor({ timeout: within });
  return panel.innerText();
};

/** Refuses whoever stands large, with a reason as `rides.record-refusal` names it; ends when the screen has it. */
export const refuseRider = async (page: Page, reason: string): Promise<void> => {
  await part(page, 'refuse-button').click();
  await page.click(`[data-part="refuse"] [data-reason="${reason}"]`);
  await part(page, 'refuse').waitFor({ state: 'detached' });
};

/** A count of today as the screen shows it. */
export const shownCount = async (page: Page, count: 'admit' | 'refer' | 'refuse' | 'aboard'): Promise<number> =>
  Number(await page.locator(`[data-count="${count}"] dd`).innerText());

/** The word of this minute as the screen shows it, in its language. */
export const shownMinuteWord = (page: Page): Promise<string> => page.locator('.minute-word-text').innerText();

/** Opens the guide behind the question mark. */
export const openStaffGuide = async (page: Page): Promise<void> => {
  await part(page, 'guide-button').click();
  await part(page, 'guide-questions').waitFor();
};

/** Looks for a word in the guide; gives what then stands there. */
export const searchStaffGuide = async (page: Page, word: string): Promise<string> => {
  await page.fill('[data-part="staff-guide"] input[name="guide-search"]', word);
  return part(page, 'guide-questions').innerText();
};

/** Whom staff register, as they stand on their document. */
export interface Entered {
  readonly name: string;
  readonly documentKind: string;
  readonly documentNumber: string;
}

/** Registers somebody without a phone by their document; `proof` and `colour` are what they show, if anything. */
export const registerByDocument = async (
  page: Page,
  { name, documentKind, documentNumber }: Entered,
  shown?: { readonly proof: string; readonly colour: string },
): Promise<void> => {
  await part(page, 'enter-button').click();
  const box = part(page, 'enter');
  await box.locator('select[name="entry-means"]').selectOption(documentKind);
  await box.locator('input[name="entry-number"]').fill(documentNumber);
  await box.locator('input[name="entry-name"]').fill(name);
  if (shown) {
    await box.locator('select[name="entry-proof"]').selectOption(shown.proof);
    await box.locator(`input[name="entry-colour"][value="${shown.colour}"]`).check();
  }
  await part(page, 'enter-submit').click();
};
