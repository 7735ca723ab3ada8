import type { Download, Page } from 'playwright-core';

/** Who signs in to the console. */
export interface Credentials {
  readonly login: string;
  readonly password: string;
  /** The six digits of the moment. */
  readonly totp: string;
}

type SectionName =
  | 'live'
  | 'refusals'
  | 'reports'
  | 'recipients'
  | 'venues'
  | 'appeals'
  | 'terms'
  | 'officials'
  | 'tracing'
  | 'guide';

/** Opens the console of a host (`http://127.0.0.1:8080`) and signs in; ends at the first section. */
export const signInConsole = async (
  page: Page,
  host: string,
  { login, password, totp }: Credentials,
): Promise<void> => {
  // Whoever signs in here has seen the tour, which has a test of its own.
  await page.addInitScript(() => localStorage.setItem('tongcheng.console.tour', 'seen'));
  await page.goto(`${host}/console/`);
  await page.fill('input[name="login"]', login);
  await page.fill('input[name="password"]', password);
  await page.fill('input[name="totp"]', totp);
  await page.click('[data-part="official-sign-in"] button[type="submit"]');
  await page.locator('[data-part="login"], [data-act="menu"]').first().waitFor();
};

/** Goes to a section by its line in the menu, which is behind a button where the window is narrow. */
export const openSection = async (page: Page, section: SectionName): Promise<void> => {
  const menu = page.locator('[data-act="menu"]');
  if (await menu.isVisible()) await menu.click();
  await page.click(`.section-nav a[href="#/${section}"]`);
  const part = section === 'live' ? 'live' : `${section}-screen`;
  await page.locator(`[data-part="${part}"] h1`).waitFor();
};

/** The live count of the day's scans. */
export const shownScans = async (page: Page): Promise<number> => {
  const figure = page.locator('[data-figure="scans"] dd');
  await figure.waitFor();
  return Number((await figure.innerText()).replaceAll(',', ''));
};

/** Waits until a day stands so in the calendar of deliveries: `none`, `formed`, `under-way`, `trouble` or `sent`. */
export const expectDay = (page: Page, day: string, state: string): Promise<void> =>
  page.locator(`button[data-day="${day}"][data-state="${state}"]`).waitFor();

/** Downloads the first listed report of a day (of a version, if given) for a purpose; gives the file as the browser got it. */
export const downloadReport = async (
  page: Page,
  {
    day,
    version = 1,
    purpose = 'epidemic-control',
    form = 'masked',
  }: {
    readonly day: string;
    readonly version?: number;
    readonly purpose?: string;
    readonly form?: 'full' | 'masked';
  },
): Promise<Download> => {
  await openSection(page, 'reports');
  const row = page.locator(`tr[data-report][data-form="${form}"][data-version="${version}"]`, { hasText: day }).first();
  await row.locator('[data-act="download"]').click();
  await page.check(`[data-part="download"] input[value="${purpose}"]`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.click('[data-part="download"] [data-act="confirm"]'),
  ]);
  await page.locator('[data-part="file-ready"]').waitFor();
  return download;
};

/** Has the first listed delivery of a day sent once more; ends when its row counts the repeat. */
export const sendReportAgain = async (page: Page, day: string): Promise<void> => {
  await openSection(page, 'reports');
  const row = page.locator('tr[data-delivery]', { hasText: day }).first();
  await row.locator('[data-act="send-again"]').click();
  await confirmDialog(page);
  await row.locator('td.number').first().filter({ hasText: /^1$/ }).waitFor();
};

/** Proposes a recipient; ends when the row is listed. */
export const proposeRecipient = async (page: Page, address: string, form: 'full' | 'masked'): Promise<void> => {
  await openSection(page, 'recipients');
  await page.click('[data-act="propose"]');
  await page.fill('[data-part="confirm"] input[name="address"]', address);
  await page.selectOption('[data-part="confirm"] select[name="form"]', form);
  await page.fill('[data-part="confirm"] input[name="reason"]', '端到端测试 end-to-end test');
  await confirmDialog(page);
  await page.locator(`tr[data-address="${address}"]`).waitFor();
};

/** Approves or rejects another official's proposal about an address. */
export const decideRecipient = async (page: Page, address: string, act: 'approve' | 'reject'): Promise<void> => {
  await openSection(page, 'recipients');
  await page.click(`tr[data-address="${address}"] [data-act="${act}"]`);
  await confirmDialog(page);
};

/** Creates an invitation for venues, each found by its short code; gives the link to the verification screen. */
export const inviteStaff = async (
  page: Page,
  venues: readonly { readonly venueId: string; readonly shortCode: string }[],
): Promise<string> => {
  await openSection(page, 'venues');
  for (const { venueId, shortCode } of venues) {
    await page.fill('input[name="venues-find"]', shortCode);
    await page.check(`tr[data-venue="${venueId}"] input[type="checkbox"]`);
  }
  await page.click('[data-act="invite"]');
  await page.click('[data-part="confirm"] [data-act="confirm"]');
  const link = await page.locator('[data-part="invitation-link"]').getAttribute('href');
  await page.click('[data-part="invitation"] .dialog-acts button');
  return link ?? '';
};

/** Says what the official who is signed in is called; ends when the head of the page says so. */
export const nameOneself = async (page: Page, name: string): Promise<void> => {
  await page.click('[data-act="own-name"]');
  await page.fill('[data-part="confirm"] input[name="own-name"]', name);
  await confirmDialog(page);
  await page.locator('[data-part="login"]', { hasText: name }).waitFor();
};

/** Presses the button of an open dialog and waits until it is gone. */
export const confirmDialog = async (page: Page): Promise<void> => {
  await page.click('[data-part="confirm"] [data-act="confirm"]');
  await page.locator('[data-part="confirm"]').waitFor({ state: 'detached' });
};

/** After {@link downloadReport}: the password of the file, asked for in the same dialog. */
export const shownReportPassword = async (page: Page): Promise<string> => {
  await page.click('[data-act="show-password"]');
  return page.locator('[data-part="password"] code').innerText();
};

/** Switches the queue of appeals to those waiting or answered; asks for it anew. */
export const showAppeals = async (page: Page, state: 'waiting' | 'answered'): Promise<void> => {
  await page.click(`[data-part="appeals-screen"] [data-state="${state}"]`);
  await page.locator(`[data-state="${state}"][aria-pressed="true"]`).waitFor();
};

/** Opens the first listed appeal of a rider (by the masked name) for a purpose; gives what the opened dialog tells. */
export const openAppeal = async (page: Page, rider: string, purpose: string): Promise<string> => {
  await page.locator('tr[data-appeal]', { hasText: rider }).first().locator('[data-act="open"]').click();
  await page.click(`[data-part="appeal"] [data-purpose="${purpose}"]`);
  return page.locator('[data-part="opened"]').innerText();
};

/** In an opened appeal: chooses an answer, adds a note, sends it; ends when the dialog is gone. */
export const answerAppeal = async (page: Page, outcome: string, note: string): Promise<void> => {
  await page.check(`[data-part="appeal"] input[value="${outcome}"]`);
  await page.fill('[data-part="appeal"] [name="note"]', note);
  await page.click('[data-part="appeal"] [data-act="answer"]');
  await page.locator('[data-part="appeal"]').waitFor({ state: 'detached' });
};
