import { newDevice } from './phone/device';
import { byId, type Drawn, elementsWhere, everyElement } from './phone/drawn';
import { type Entry, type RunningApp, startApp } from './phone/phone';
import type { Platform } from './phone/platform';
import type { PhoneTown } from './phone-town';

/** What a rider does with a phone, and what is to be seen on it. */
export interface Rider {
  readonly app: () => RunningApp;
  readonly device: RunningApp['device'];
  /** Opens the app afresh, as the platform does; what it was doing is gone, what it kept is there. */
  open(entry?: Partial<Entry>): void;
  /** The page in front as it is drawn now. */
  page(): Drawn;
  /** Waits, in the phone's own time, until something is true of what is drawn. */
  until<T>(what: string, seen: (page: Drawn) => T | undefined | false, withinMs?: number): Promise<T>;
  /** Waits for an element and touches it. */
  touch(id: string): Promise<void>;
  touchWords(words: string): Promise<void>;
  type(id: string, text: string): Promise<void>;
  /** Lets what is under way come to rest. */
  settle(ms?: number): Promise<void>;
}

/** However slow the machine, nothing here takes longer in real time. */
const longestWaitMs = 15_000;
const firstPage = 'pages/scan/index';

/** A rider with a new phone of a platform, somebody whom the platform knows by `subject`. */
export function riderOn(
  platform: Platform,
  town: PhoneTown,
  templates: string,
  subject: string,
  language: 'zh' | 'en' = 'zh',
): Rider {
  const device = newDevice(language);
  device.signInCode = (scope) =>
    platform === 'weapp'
      ? town.wechat.standIn.login(subject)
      : town.alipay.standIn.authCode(subject, scope === 'identity' ? 'auth_user' : 'auth_base');
  device.phoneCode = () => town.wechat.standIn.agreeToPhone(subject);
  let app: RunningApp | undefined;
  const running = () => {
    if (!app) throw new Error('the app is not open');
    return app;
  };
  const page = () => {
    const front = running().inFront();
    if (!front) throw new Error(`no page is open: ${running().complaints.heard.join('\n')}`);
    return front.drawn.tree();
  };
  const until: Rider['until'] = async (what, seen, withinMs = 30_000) => {
    const limit = town.time.now() + withinMs;
    const deadline = performance.now() + longestWaitMs;
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      const found = seen(page());
      if (found !== undefined && found !== false) return found;
      const late = performance.now() > deadline;
      if (running().network.underWay() > 0 && !late) continue;
      if (late || !town.time.step(limit)) throw new Error(notCome(what, running(), page()));
    }
  };
  return {
    app: running,
    device,
    open: (entry = {}) => {
      app?.close();
      app = startApp({
        platform,
        device,
        time: town.time,
        service: town.service,
        templates,
        entry: { path: firstPage, ...entry },
      });
    },
    page,
    until,
    touch: async (id) => {
      const element = await until(`#${id}`, (drawn) => byId(drawn, id));
      element.happen('tap');
    },
    touchWords: async (text) => {
      const element = await until(`「${text}」`, (drawn) => innermost(drawn, text));
      element.happen('tap');
    },
    type: async (id, text) => {
      const field = await until(`#${id}`, (drawn) => byId(drawn, id));
      field.happen('input', { value: text, cursor: text.length });
      await settle(20);
      field.happen('blur', { value: text });
      await settle(20);
    },
    settle,
  };

  async function settle(ms = 100): Promise<void> {
    const limit = town.time.now() + ms;
    let quiet = 0;
    while (quiet < 3) {
      await new Promise((resolve) => setImmediate(resolve));
      const moved = running().network.underWay() > 0 || town.time.step(limit);
      quiet = moved ? 0 : quiet + 1;
    }
  }
}

const notCome = (what: string, app: RunningApp, page: Drawn): string =>
  [`${what} did not come; the page says: ${words(page)}`, ...app.complaints.heard].join('\n');

/** Everything a page says, with spaces between elements. */
export const words = (page: Drawn): string =>
  everyElement(page)
    .filter(({ children, text }) => children.length === 0 && text !== '')
    .map(({ text }) => text)
    .join(' ');

const innermost = (page: Drawn, text: string): Drawn | undefined => {
  const holding = elementsWhere(page, (element) => element.text.includes(text));
  return holding[holding.length - 1];
};

/** Whether something with this class is drawn. */
export const hasClass = (page: Drawn, name: string): boolean =>
  everyElement(page).some(({ classes }) => classes.includes(name));
