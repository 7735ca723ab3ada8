import { addDays, dayOf } from '@tongcheng/shared/time';
import type { Page } from 'playwright-core';

/** A screen that opens inside a section: a form, a story, a history. */
export interface KeptScreen {
  /** Of its picture. */
  readonly name: string;
  /** The section in which it opens. */
  readonly path: string;
  readonly act: (desk: Page) => Promise<void>;
  /** Seen only where a city has coaches. */
  readonly ofCoaches?: true;
}

const drawer = '.ant-drawer-content, dialog[open], [role="dialog"]';

/** Presses the first of what a selector names, and waits for what opens. */
const press = (selector: string) => async (desk: Page) => {
  await desk.locator(selector).first().click();
  await desk.locator(drawer).first().waitFor();
};

const still = async () => undefined;

/** Looks at yesterday, whose riders and passengers are all there. */
const yesterdayOf = (shown: string) => async (desk: Page) => {
  await desk.locator('input[type="date"]').fill(addDays(dayOf(Date.now()), -1));
  await desk.locator(shown).first().waitFor();
};

/** The sections in the menu, by their paths. */
export const sectionsOf = async (desk: Page): Promise<readonly string[]> => {
  const links = await desk.locator('.section-nav a').evaluateAll((all) => all.map((each) => each.getAttribute('href')));
  return links.flatMap((href) => (href === null ? [] : [href.replace('#/', '')]));
};

/** Every dialog and drawer of which one picture is kept, and the sections of coaches. A new dialog is a row here. */
export const keptScreens: readonly KeptScreen[] = [
  { name: 'live', path: 'live', act: yesterdayOf('main canvas, main svg') },
  { name: 'own-name', path: 'morning', act: press('[data-act="own-name"]') },
  { name: 'reports-download', path: 'reports', act: press('[data-act="download"]') },
  { name: 'reports-details', path: 'reports', act: press('tr[data-report] [data-act="details"]') },
  { name: 'reports-send-again', path: 'reports', act: press('[data-act="send-again"]') },
  { name: 'recipients-propose', path: 'recipients', act: press('[data-act="propose"]') },
  { name: 'venues-details', path: 'venues', act: press('tr[data-venue] [data-act="details"]') },
  {
    name: 'venues-invite',
    path: 'venues',
    act: async (desk) => {
      await desk.locator('tr[data-venue] input[type="checkbox"]').first().check();
      await press('[data-act="invite"]')(desk);
    },
  },
  { name: 'terms-announcement', path: 'terms', act: press('[data-act="add-announcement"]') },
  { name: 'terms-rule', path: 'terms', act: press('tr[data-rule] [data-act="change"]') },
  { name: 'terms-rule-end', path: 'terms', act: press('tr[data-rule] [data-act="end"]') },
  { name: 'terms-rule-history', path: 'terms', act: press('[data-act="history"]') },
  { name: 'officials-add', path: 'officials', act: press('.section-head button') },
  { name: 'access-log-details', path: 'access-log', act: press('[data-act="details"]') },
  {
    name: 'access-sign-ins',
    path: 'access',
    act: async (desk) => {
      await desk.locator('.section-head button').last().click();
      await desk.locator('tr[data-access]').first().waitFor();
    },
  },
  { name: 'coach-morning', path: 'morning', ofCoaches: true, act: still },
  { name: 'coaches', path: 'coaches', ofCoaches: true, act: yesterdayOf('tr.kit-row') },
  { name: 'coaches-story', path: 'coaches', ofCoaches: true, act: press('[data-act="story"]') },
  { name: 'coach-extracts-ask', path: 'coach-extracts', ofCoaches: true, act: press('[data-act="ask-days"]') },
  { name: 'coach-visitor-codes', path: 'visitor-codes', ofCoaches: true, act: still },
  {
    name: 'coach-visitor-sheet',
    path: 'visitor-codes',
    ofCoaches: true,
    act: async (desk) => {
      await press('[data-act="post"]')(desk);
      await desk.locator('[data-part="confirm"] [data-act="confirm"]').click();
      await desk.locator('[data-part="visitor-sheet"]').waitFor();
    },
  },
  { name: 'coach-staff', path: 'coach-staff', ofCoaches: true, act: still },
  {
    name: 'coach-fleet',
    path: 'coach-staff',
    ofCoaches: true,
    act: async (desk) => {
      await desk.locator('[data-act="open-fleet"]').first().click();
      await desk.locator('[data-vehicle]').first().waitFor();
    },
  },
];
