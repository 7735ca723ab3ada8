import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';

const fonts = join(__dirname, '../../node_modules/@fontsource/noto-sans-sc');

/**
 * The browser of the tests carries no Chinese glyphs: for pictures they come from the package that prints stickers. `where`
 * is what is to be dressed; the context must bypass the content security policy.
 */
export async function withChinese(context: BrowserContext, where = '.page'): Promise<void> {
  await context.route('**/fonts-of-pictures/**', (route) =>
    route.fulfill({ path: join(fonts, route.request().url().split('/fonts-of-pictures/')[1] ?? '') }),
  );
  await context.addInitScript((dressed) => {
    addEventListener('DOMContentLoaded', () => {
      for (const weight of [400, 700]) {
        const link = document.createElement('link');
        link.rel = 'stylesheet';
        link.href = `/fonts-of-pictures/${weight}.css`;
        document.head.append(link);
      }
      const dress = document.createElement('style');
      dress.textContent = `${dressed} { font-family: "Noto Sans SC", sans-serif !important }`;
      document.head.append(dress);
    });
  }, where);
}
