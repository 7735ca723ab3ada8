import { generate } from 'otplib';
import type { Browser } from 'playwright-core';
import type { Figure } from '../measure';
import type { BenchHost } from './host';
import { noteWhenShown, shownAfter, slowContext } from './slow-browser';

const rounds = 5;
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const skeleton = 'main .skeleton';

/** Signs in at full speed; gives what the browser then holds of the session. */
async function sessionOf(browser: Browser, host: BenchHost): Promise<readonly (readonly [string, string])[]> {
  const page = await browser.newPage({ locale: 'zh-CN' });
  await page.goto(`${host.url}/console/`);
  await page.fill('input[name="login"]', host.login);
  await page.fill('input[name="password"]', host.password);
  await page.fill('input[name="totp"]', await generate({ secret: host.totpSecret }));
  await page.click('button[type="submit"]');
  await page.locator('[data-part="login"]').waitFor();
  const held = await page.evaluate(() => Object.entries(sessionStorage));
  await page.close();
  return held;
}

/** Seconds until the sign-in takes a name, nothing cached. */
async function signInOnce(browser: Browser, host: BenchHost): Promise<number> {
  const { context, page } = await slowContext(browser);
  await noteWhenShown(context, 'input[name="login"]:focus');
  await page.goto(`${host.url}/console/`);
  const seconds = await shownAfter(page);
  await context.close();
  return seconds;
}

interface Opened {
  readonly cold: number;
  readonly warm: number;
}

/** Seconds until a section shows what it has read: nothing cached, then loaded again. */
async function sectionOnce(
  browser: Browser,
  address: string,
  session: readonly (readonly [string, string])[],
): Promise<Opened> {
  const { context, page } = await slowContext(browser, session);
  await noteWhenShown(context, 'main h1', skeleton);
  await page.goto(address);
  const cold = await shownAfter(page);
  await page.reload();
  const warm = await shownAfter(page);
  await context.close();
  return { cold, warm };
}

const sections = [
  ['the page that the console opens with', 'morning', false],
  ['a section on the kit (reports)', 'reports', true],
] as const;

/** How long officials wait in a slow browser: sign-in, the first section, a section on the kit. */
export async function coldLoad(browser: Browser, host: BenchHost): Promise<readonly Figure[]> {
  const signIns: number[] = [];
  for (let round = 0; round < rounds; round += 1) signIns.push(await signInOnce(browser, host));
  const figures: Figure[] = [
    { what: 'sign-in takes a name, nothing cached', value: median(signIns), unit: 's', aim: { atMost: 2.5 } },
  ];
  const session = await sessionOf(browser, host);
  for (const [what, path, hoped] of sections) {
    const opened: Opened[] = [];
    for (let round = 0; round < rounds; round += 1)
      opened.push(await sectionOnce(browser, `${host.url}/console/#/${path}`, session));
    const isHoped = hoped ? ({ hoped: true } as const) : {};
    const cold = median(opened.map((one) => one.cold));
    const warm = median(opened.map((one) => one.warm));
    figures.push({ what: `${what}, nothing cached`, value: cold, unit: 's', aim: { atMost: 5, ...isHoped } });
    figures.push({ what: `${what}, loaded again`, value: warm, unit: 's', aim: { atMost: 1, ...isHoped } });
  }
  return figures;
}
