import type { Browser, BrowserContext, Page } from 'playwright-core';

/** A modest phone's network and an old office computer, as issue 13 says them. */
const latencyMs = 150;
const bytesPerSecond = 1_600_000 / 8;
const slowerBy = 4;

/** A page with nothing in its cache; its pages are slowed down, and hold the session where one is given. */
export async function slowContext(
  browser: Browser,
  session: readonly (readonly [string, string])[] = [],
): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  await context.addInitScript((kept) => {
    localStorage.setItem('tongcheng.console.tour', 'seen');
    for (const [key, value] of kept) if (sessionStorage.getItem(key) === null) sessionStorage.setItem(key, value);
  }, session);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: latencyMs,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowerBy });
  return { context, page };
}

/** Has every page note when it first shows what `selector` names and, where `gone` is given, nothing of that any more. */
export const noteWhenShown = async (context: BrowserContext, selector: string, gone?: string): Promise<void> => {
  await context.addInitScript(
    ([wanted, waiting]) => {
      const note = () => {
        const isThere = document.querySelector(wanted) !== null;
        if (!isThere || (waiting !== '' && document.querySelector(waiting) !== null))
          return requestAnimationFrame(note);
        // What is in the page now is on the screen with the next frame.
        return requestAnimationFrame(() => Reflect.set(window, 'shownAt', performance.now()));
      };
      requestAnimationFrame(note);
    },
    [selector, gone ?? ''] as const,
  );
};

/** Seconds from the beginning of the navigation to what was to be noted. */
export const shownAfter = async (page: Page): Promise<number> => {
  const held = await page.waitForFunction(() => Reflect.get(window, 'shownAt'), undefined, { timeout: 120_000 });
  return Number(await held.jsonValue()) / 1_000;
};
