import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Serious faults on the page in front, by name of the rule and the element; `root` says what of it is looked at. */
export async function axe(
  page: Page,
  where: string,
  root = '.taro_page:not(.taro_page_shade)',
): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(
    async ([name, inside]) => {
      const run: (root: Element | null) => Promise<{
        violations: { id: string; impact: string; nodes: { html: string }[] }[];
      }> = Reflect.get(Reflect.get(window, 'axe'), 'run');
      const { violations } = await run(document.querySelector(inside));
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      return serious.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${name} ${id} ${html.slice(0, 160)}`));
    },
    [where, root] as const,
  );
}
