import type { Doc, Page } from '@tongcheng/cloudfunctions/ports/document-store';

/** Where a walk through pages goes on. */
export interface After {
  readonly after?: string;
}

/** All pages, one after another. Throws after 1,000: a store that gives the same page again must fail, not hang. */
export const allPages = async <D extends Doc>(
  ask: (after: After) => Promise<Page<D>>,
  between: () => Promise<unknown> = async () => undefined,
): Promise<readonly D[]> => {
  const found: D[] = [];
  let after: After = {};
  for (let pages = 0; pages < 1_000; pages += 1) {
    const page = await ask(after);
    found.push(...page.items);
    if (page.next === undefined) return found;
    after = { after: page.next };
    await between();
  }
  throw new Error('the pages do not end');
};
