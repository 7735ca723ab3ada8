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
/** Sheets that were adopted before the kit's. A copy: the document's own list is the same one after it has been replaced. */
let others: readonly CSSStyleSheet[] | undefined;

const canConstruct = (): boolean => 'adoptedStyleSheets' in document;

const adopt = (next: readonly Kept[]): void => {
  others ??= [...document.adoptedStyleSheets];
  kept = next;
  document.adoptedStyleSheets = [...others, ...kept.map(({ sheet }) => sheet)];
};

/** Of browsers of before constructed sheets (Safari before 16.4, Firefox before 101): the rules of each key, in the page's own sheet. */
let inserted: readonly { readonly key: string; readonly priority: number; readonly rule: CSSRule }[] = [];

const ownSheet = (): CSSStyleSheet | undefined =>
  [...document.styleSheets].find(({ ownerNode }) => ownerNode instanceof HTMLLinkElement);

const placeOf = (sheet: CSSStyleSheet, rule: CSSRule | undefined): number =>
  rule ? [...sheet.cssRules].indexOf(rule) : sheet.cssRules.length;

const withdraw = (key: string): void => {
  const sheet = ownSheet();
  const found = inserted.find((one) => one.key === key);
  if (!sheet || !found) return;
  inserted = inserted.filter((one) => one !== found);
  sheet.deleteRule(placeOf(sheet, found.rule));
};

/** A policy does not judge rules that a script puts into a sheet of ours; all of a key are inside one rule, so that they go together. */
const insert = (css: string, key: string, priority: number): void => {
  withdraw(key);
  const sheet = ownSheet();
  if (!sheet) return;
  const above = inserted.find((one) => one.priority > priority);
  const at = sheet.insertRule(`@media all{${css}}`, placeOf(sheet, above?.rule));
  const rule = sheet.cssRules[at];
  if (rule) inserted = [...inserted, { key, priority, rule }].sort((one, other) => one.priority - other.priority);
};

/** Writes the rules of one key, lower priorities first; gives an element that is on no page, as the kit wants one to keep marks on. */
export function updateCSS(css: string, key: string, { priority = 0 }: { readonly priority?: number } = {}) {
  if (!canConstruct()) insert(css, key, priority);
  else {
    const found = kept.find((one) => one.key === key);
    const sheet = found?.sheet ?? new CSSStyleSheet();
    if (!found) adopt([...kept, { key, priority, sheet }].sort((one, other) => one.priority - other.priority));
    sheet.replaceSync(css);
  }
  return document.createElement('style');
}

/** Takes the rules of one key away. */
export function removeCSS(key: string): void {
  if (canConstruct()) adopt(kept.filter((one) => one.key !== key));
  else withdraw(key);
}

/** Writes rules that nobody takes away. */
export const injectCSS = (css: string) => updateCSS(css, css);

/** There is nothing of this to forget. */
export const clearContainerCache = (): void => undefined;

/** The kit's icons ask these too: nothing here is in a shadow tree, and there is nobody to warn. */
export const getShadowRoot = (): undefined => undefined;
/** As above. */
export const warningOnce = (): void => undefined;
