import { join } from 'node:path';
import type { Drawn } from './drawn';
import { elementOf, type TreeNode } from './element-of';
import { giveWindow } from './give-window';

/** Hears what is touched or typed: the event as plain JSON, as it crosses to the program. */
export type Hearing = (event: unknown) => void;

/** One page as the platform draws it: templates of the build under WeChat's official compiler. */
export interface DrawnPage {
  /** Takes a `setData` of the program; only JSON crosses to where things are drawn. */
  draw(json: string): void;
  tree(): Drawn;
  close(): void;
}

/** What is used of miniprogram-simulate; its own types would declare WeChat's globals for the whole repository. */
interface Simulate {
  load(path: string, tag: string, options: { readonly rootPath: string }): string;
  render(id: string): {
    attach(parent: object): void;
    detach(): void;
    setData(data: object): void;
  };
}

const known = new Map<string, string>();
let hearing: Hearing = () => undefined;

/** Draws a page of staged templates; `hear` is told of every event. */
export function drawPage(folder: string, path: string, hear: Hearing): DrawnPage {
  giveWindow();
  // Loaded only now: it looks for a window while it is loaded.
  const simulate: Simulate = require('miniprogram-simulate');
  Object.assign(globalThis, { drawingHalf });
  const key = join(folder, path);
  const id = known.get(key) ?? simulate.load(key, 'page', { rootPath: folder });
  known.set(key, id);
  const page = simulate.render(id);
  page.attach(document.createElement('main'));
  const root: TreeNode = Reflect.get(page, '_exparserNode');
  const happen = (node: TreeNode, event: string, detail: object) => {
    hearing = hear;
    node.triggerEvent(event, detail, { bubbles: true, composed: true, capturePhase: true });
  };
  return {
    draw: (json) => page.setData(JSON.parse(json)),
    tree: () => elementOf(root, 'page', happen),
    close: () => page.detach(),
  };
}

const methods = {
  eh(event: unknown): void {
    hearing(JSON.parse(JSON.stringify(event)));
  },
};

/** What the staged scripts register: pages, and Taro's component for deep nesting, which leaves no element of its own. */
const drawingHalf = {
  page: { data: { root: { cn: [] } }, methods },
  deeper: { properties: { i: Object, l: String }, options: { virtualHost: true }, methods },
};
