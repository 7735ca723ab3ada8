import type { Page } from 'playwright-core';

const wish = (elder: boolean) => JSON.stringify({ data: JSON.stringify({ language: 'zh', elder }) });

const inElderMode = async (page: Page, elder: boolean): Promise<void> => {
  await page.evaluate((kept) => {
    localStorage.setItem('tc.preferences', kept);
    dispatchEvent(new StorageEvent('storage', { key: 'tc.preferences' }));
  }, wish(elder));
  await page
    .locator(elder ? '.page.elder' : '.page:not(.elder)')
    .last()
    .waitFor();
};

/**
 * What leaves its panel, the bar or the window of the rider's page in front, and titles with fewer than two characters a line, once every letter is
 * twice as large: what Chrome for Android does with a phone that is set to 200 %. In ordinary type and in elder mode; the page is as before afterwards.
 */
export async function beyondInLargeType(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const elder of [false, true]) {
    await inElderMode(page, elder);
    found.push(...(await page.evaluate(beyondWhenDoubled)).map((what) => `${elder ? 'elder' : 'ordinary'}: ${what}`));
  }
  await inElderMode(page, false);
  return found;
}

/** What of these elements in front stands on more than one line in elder mode once every letter is twice as large, and how many there are. */
export async function brokenInLargeType(page: Page, selector: string): Promise<{ seen: number; broken: string[] }> {
  await inElderMode(page, true);
  const told = await page.evaluate(brokenWhenDoubled, selector);
  await inElderMode(page, false);
  return told;
}

/** In the page. */
function brokenWhenDoubled(selector: string): { seen: number; broken: string[] } {
  const inFront = document.querySelector('.taro_page:not(.taro_page_shade) .page');
  const all = [...(inFront?.querySelectorAll<HTMLElement>('*') ?? [])];
  const sizes = all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize));
  for (const [i, one] of all.entries()) one.style.fontSize = `${(sizes[i] ?? 0) * 2}px`;
  const asked = all.filter((one) => one.matches(selector) && one.textContent !== '');
  const lines = (one: Element): number => {
    const words = document.createRange();
    words.selectNodeContents(one);
    return new Set([...words.getClientRects()].map(({ top }) => Math.round(top))).size;
  };
  const broken = asked.filter((one) => lines(one) > 1 || one.getBoundingClientRect().right > innerWidth);
  const told = broken.map((one) => one.textContent ?? '');
  for (const one of all) one.style.fontSize = '';
  return { seen: asked.length, broken: told };
}

/** In the page. */
function beyondWhenDoubled(): string[] {
  const inFront = document.querySelector('.taro_page:not(.taro_page_shade) .page');
  const all = [...(inFront?.querySelectorAll<HTMLElement>('*') ?? [])];
  const sizes = all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize));
  for (const [i, one] of all.entries()) one.style.fontSize = `${(sizes[i] ?? 0) * 2}px`;
  const wide = all.filter(
    (one) => one.matches('.panel, .empty, .notice, .top-bar') && one.scrollWidth > one.clientWidth + 1,
  );
  const beyond = inFront && inFront.scrollWidth > innerWidth + 1 ? [`the page: ${inFront.scrollWidth}`] : [];
  const thin = all.filter((one) => {
    const { fontSize } = getComputedStyle(one);
    return one.matches('.top-title') && one.getBoundingClientRect().width < 2 * Number.parseFloat(fontSize);
  });
  const said = [...wide, ...thin].map((one) => `${one.className}: ${(one.textContent ?? '').slice(0, 30)}`);
  for (const one of all) one.style.fontSize = '';
  return [...said, ...beyond];
}
