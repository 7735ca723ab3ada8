import { JSDOM } from 'jsdom';

/** What miniprogram-simulate wants of a browser. The program under test never sees any of it: it lives in a realm of its own. */
const wanted = ['document', 'Node', 'Element', 'HTMLElement', 'Event', 'CustomEvent', 'MutationObserver'] as const;

/** Gives this process a window to draw in, once; a Node of its own stays, so that the real functions run beside it. */
export function giveWindow(): void {
  if ('document' in globalThis) return;
  const { window } = new JSDOM('<!doctype html><html><head></head><body></body></html>');
  Object.assign(globalThis, { window });
  for (const name of wanted) Object.assign(globalThis, { [name]: Reflect.get(window, name) });
}
