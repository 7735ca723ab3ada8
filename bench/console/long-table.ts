import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { type Figure, percentile } from '../measure';
import { servePages } from './serve-pages';

/** Wheels so far in each frame, for so many frames; gives how long each frame took. */
const framesOf = (page: Page, selector: string): Promise<readonly number[]> =>
  page.evaluate(
    ([scrolled]) =>
      new Promise<number[]>((resolve) => {
        const target = document.querySelector(scrolled) ?? document.documentElement;
        const frames: number[] = [];
        let last = performance.now();
        let down = true;
        const next = () => {
          const now = performance.now();
          frames.push(now - last);
          last = now;
          if (frames.length > 300) return resolve(frames.slice(1));
          const wheel = new WheelEvent('wheel', { deltaY: down ? 400 : -400, bubbles: true, cancelable: true });
          const before = scrollY;
          target.dispatchEvent(wheel);
          if (scrolled === 'html') scrollBy(0, down ? 400 : -400);
          if (scrolled === 'html' && scrollY === before) down = !down;
          return requestAnimationFrame(next);
        };
        requestAnimationFrame(next);
      }),
    [selector] as const,
  );

/** The longest frame from an act until the page has been still for half a second: what whoever acts waits for. */
const longestFrame = async (page: Page, act: () => Promise<void>): Promise<number> => {
  await page.evaluate(() => {
    const seen = { longest: 0, last: performance.now() };
    Reflect.set(window, 'seenFrames', seen);
    const next = () => {
      const now = performance.now();
      seen.longest = Math.max(seen.longest, now - seen.last);
      seen.last = now;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  await act();
  await page.waitForTimeout(500);
  return page.evaluate(() => Reflect.get(Reflect.get(window, 'seenFrames'), 'longest'));
};

const scrolling = (what: string, frames: readonly number[], hoped: boolean): readonly Figure[] => {
  const isHoped = hoped ? ({ hoped: true } as const) : {};
  return [
    {
      what: `${what}: frames, 95 of 100`,
      value: percentile(frames, 0.95),
      unit: 'ms',
      aim: { atMost: 50, ...isHoped },
    },
    { what: `${what}: frames, the longest`, value: Math.max(...frames), unit: 'ms', aim: { atMost: 200, ...isHoped } },
  ];
};

const inPages = async (page: Page, url: string): Promise<readonly Figure[]> => {
  await page.goto(url);
  await page.locator('tr[data-row]').first().waitFor();
  const figures = [...scrolling('100,000 rows in pages of 50', await framesOf(page, 'html'), false)];
  const acts = {
    'the next page': () => page.locator('.ant-pagination-next button').click(),
    'a letter typed into the search': () => page.locator('input[name="rows-find"]').pressSequentially('7'),
    'one more letter': () => page.locator('input[name="rows-find"]').pressSequentially('1'),
    'order by a column': () => page.locator('th.ant-table-column-has-sorters').last().click(),
  };
  for (const [what, act] of Object.entries(acts))
    figures.push({
      what: `the same: ${what}, longest frame`,
      value: await longestFrame(page, act),
      unit: 'ms',
      aim: { atMost: 200, hoped: true },
    });
  return figures;
};

/** A table of 100,000 rows as the console shows it, and by the kit's virtual rows, under the console's policy. */
export async function longTable(browser: Browser): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tongcheng-bench-table-'));
  await promisify(execFile)(process.execPath, ['tools/bundle-page.mjs', 'bench/console/long-table-page.tsx', folder]);
  const pages = await servePages(folder, 'long-table-page');
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  try {
    const paged = await inPages(page, pages.url);
    await page.goto(`${pages.url}?virtual`);
    await page.locator('.ant-table-tbody-virtual .ant-table-row').first().waitFor();
    const frames = await framesOf(page, '.ant-table-tbody-virtual-holder');
    return [...paged, ...scrolling('100,000 virtual rows of the kit', frames, false)];
  } finally {
    await page.close();
    await pages.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
