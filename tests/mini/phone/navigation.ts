import type { DrawnPage } from './drawn-page';
import type { VirtualTime } from './virtual-time';

/** What a build registers with `Page(…)` or `App(…)`: methods by name, among them those of the life cycle. */
export type Registered = Record<string, unknown>;

/** A page that is open: the program's object and what is drawn of it. */
export interface OpenPage {
  readonly path: string;
  readonly object: Registered;
  readonly drawn: DrawnPage;
}

/** What navigation needs of the phone. */
export interface NavigationNeeds {
  readonly time: VirtualTime;
  /** Whether the build declares a page. */
  readonly has: (path: string) => boolean;
  /** Makes a declared page's object and its drawing. */
  readonly make: (path: string) => OpenPage;
}

/** Pages in a stack, as both platforms keep them. Each way gives why it failed, or nothing. */
export interface Navigation {
  readonly stack: OpenPage[];
  to(url: string): string | undefined;
  instead(url: string): string | undefined;
  afresh(url: string): string | undefined;
  back(delta: number): string | undefined;
}

/** Both platforms refuse an eleventh page. */
const highest = 10;

/** Tells a program's object of a moment of its life; one it doesn't know is passed over. */
export function tell(object: Registered, moment: string, ...given: readonly unknown[]): void {
  const method = object[moment];
  if (typeof method === 'function') method.apply(object, given);
}

/** A stack without pages. */
export function navigationOf({ time, has, make }: NavigationNeeds): Navigation {
  const stack: OpenPage[] = [];
  const top = () => stack[stack.length - 1];
  const close = (page: OpenPage | undefined) => {
    if (!page) return;
    tell(page.object, 'onUnload');
    page.drawn.close();
  };
  const open = (url: string): undefined => {
    const { path, query } = parsed(url);
    const page = make(path);
    stack.push(page);
    tell(page.object, 'onLoad', query);
    tell(page.object, 'onShow');
    time.set(() => tell(page.object, 'onReady'), 1);
  };
  const exists = (url: string) => has(parsed(url).path);
  return {
    stack,
    to: (url) => {
      if (stack.length >= highest) return 'page limit exceeded: 10';
      if (!exists(url)) return `page "${url}" is not found`;
      const before = top();
      if (before) tell(before.object, 'onHide');
      return open(url);
    },
    instead: (url) => {
      if (!exists(url)) return `page "${url}" is not found`;
      close(stack.pop());
      return open(url);
    },
    afresh: (url) => {
      if (!exists(url)) return `page "${url}" is not found`;
      while (stack.length > 0) close(stack.pop());
      return open(url);
    },
    back: (delta) => {
      if (stack.length <= 1) return 'cannot navigate back at first page';
      for (let left = Math.min(delta, stack.length - 1); left > 0; left -= 1) close(stack.pop());
      const page = top();
      if (page) tell(page.object, 'onShow');
      return undefined;
    },
  };
}

function parsed(url: string): { readonly path: string; readonly query: Record<string, string> } {
  const [path = '', words = ''] = url.replace(/^\//, '').split('?');
  const pairs = words === '' ? [] : words.split('&').map((pair) => pair.split('='));
  return { path, query: Object.fromEntries(pairs.map(([name = '', value = '']) => [name, value])) };
}
