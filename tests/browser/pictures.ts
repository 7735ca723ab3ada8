import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** The folder that `npm run screens` names; without it nothing is photographed. */
export const picturesFolder = process.env.TONGCHENG_PICTURES;

const heights: Readonly<Record<number, number>> = { 320: 640, 360: 760, 414: 860, 1024: 768, 1440: 900, 2560: 1_300 };
const desk = { width: 1440, height: 900 } as const;
/** A4 across, less its margins, at 96 to the inch. */
const paper = { width: 1_030, height: 720 } as const;

interface Look {
  readonly name: string;
  readonly width: number;
  readonly before?: (page: Page) => Promise<void>;
  readonly after?: (page: Page) => Promise<void>;
}

const typeAt = (percent: string) => (page: Page) =>
  page.evaluate((size) => document.documentElement.style.setProperty('font-size', size), percent);

const looks: readonly Look[] = [
  ...Object.keys(heights).map((width) => ({ name: width, width: Number(width) })),
  // Twice as large by the browser's zoom, and by the reader's own size of type.
  { name: 'zoom-200', width: 720 },
  { name: 'type-200', width: 1440, before: typeAt('200%'), after: typeAt('') },
  { name: 'type-200-360', width: 360, before: typeAt('200%'), after: typeAt('') },
  {
    name: 'print',
    width: paper.width,
    before: (page) => page.emulateMedia({ media: 'print' }),
    after: (page) => page.emulateMedia({ media: null }),
  },
];

/** Switches to the other language, also where the switch lies in a menu. */
export const otherLanguage = (page: Page): Promise<void> =>
  page.locator('[data-part="language"]').dispatchEvent('click');

/** Takes what is in front at every width, in large type and as printed, in both languages; gives the files. It is Chinese and of a desk's width again afterwards. */
export const photograph = async (page: Page, name: string): Promise<readonly string[]> => {
  if (picturesFolder === undefined) return [];
  const files: string[] = [];
  for (const look of looks) {
    await page.setViewportSize({ width: look.width, height: heights[look.width] ?? desk.height });
    await look.before?.(page);
    for (const language of ['en', 'zh']) {
      // The kit takes the size of type when it is drawn anew.
      await otherLanguage(page);
      const file = join(picturesFolder, `${name}-${look.name}-${language}.png`);
      await page.screenshot({ path: file, fullPage: true });
      files.push(file);
    }
    await look.after?.(page);
  }
  await page.setViewportSize(desk);
  return files;
};

const figureOf = (file: string): string => {
  const name = file.split('/').at(-1) ?? file;
  const bytes = readFileSync(file).toString('base64');
  return `<figure><img src="data:image/png;base64,${bytes}"><figcaption>${name}</figcaption></figure>`;
};

const sheetStyle =
  'body{margin:8px;display:flex;flex-wrap:wrap;gap:8px;font:12px sans-serif;background:#888}figure{margin:0;background:#fff}' +
  'img{display:block;height:520px;max-width:920px;object-fit:cover;object-position:top left}';

/** Puts pictures beside each other in one, so that many are looked at in a short time. */
export const contactSheet = async (page: Page, name: string, files: readonly string[]): Promise<void> => {
  if (picturesFolder === undefined) return;
  await page.setViewportSize({ width: 2_000, height: 1_200 });
  await page.setContent(`<style>${sheetStyle}</style>${files.map(figureOf).join('')}`);
  writeFileSync(join(picturesFolder, `sheet-${name}.png`), await page.screenshot({ fullPage: true }));
};
