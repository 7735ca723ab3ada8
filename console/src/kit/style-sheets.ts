/**
 * Stands in the place of the kit's own writer of styles (tools/bundle-console.mjs puts it there): that one adds `<style>` elements, which a
 * policy without `unsafe-inline` refuses. Constructed sheets need no permission. The names are those that the kit imports.
 */

interface Kept {
  readonly key: string;
  readonly priority: number;
  readonly sheet: CSSStyleSheet;
}

let kept: readonly Kept[] = [];
let others: readonly CSSStyleSheet[] | undefined;

const adopt = (next: readonly Kept[]): void => {
  others ??= document.adoptedStyleSheets;
  kept = next;
  document.adoptedStyleSheets = [...others, ...kept.map(({ sheet }) => sheet)];
};

/** A browser of before constructed sheets gets an element; there the kit is drawn only where the policy lets it. */
const addElement = (css: string, key: string) => {
  const found = document.querySelector<HTMLStyleElement>(`style[data-key="${CSS.escape(key)}"]`);
  const element = found ?? document.head.appendChild(document.createElement('style'));
  element.dataset.key = key;
  element.textContent = css;
  return element;
};

/** Writes the rules of one key, lower priorities first; gives an element that is on no page, as the kit wants one to keep marks on. */
export function updateCSS(css: string, key: string, { priority = 0 }: { readonly priority?: number } = {}) {
  if (!('adoptedStyleSheets' in document)) return addElement(css, key);
  const found = kept.find((one) => one.key === key);
  const sheet = found?.sheet ?? new CSSStyleSheet();
  if (!found) adopt([...kept, { key, priority, sheet }].sort((one, other) => one.priority - other.priority));
  sheet.replaceSync(css);
  return document.createElement('style');
}

/** Takes the rules of one key away. */
export function removeCSS(key: string): void {
  if ('adoptedStyleSheets' in document) adopt(kept.filter((one) => one.key !== key));
}

/** Writes rules that nobody takes away. */
export const injectCSS = (css: string) => updateCSS(css, css);

/** There is nothing of this to forget. */
export const clearContainerCache = (): void => undefined;

/** The kit's icons ask these too: nothing here is in a shadow tree, and there is nobody to warn. */
export const getShadowRoot = (): undefined => undefined;
/** As above. */
export const warningOnce = (): void => undefined;
