import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInContext } from 'node:vm';
import { alipay } from './alipay';
import { cameraInPage } from './camera-in-page';
import { complaintsOf } from './complaints';
import type { Device } from './device';
import { drawPage } from './drawn-page';
import { programIn } from './load-program';
import { metersOf } from './meters';
import { navigationOf, type OpenPage, type Registered, tell } from './navigation';
import { networkOf, type Service } from './network';
import { oldRealm } from './old-realm';
import { buildOf, type Platform } from './platform';
import { timeOfOneApp, type VirtualTime } from './virtual-time';
import { wechat } from './wechat';

/** How the platform opens the app: a page with its parameters, and what the platform itself adds. */
export interface Entry {
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly scene?: number | string;
}

/** What a start takes. */
export interface Starting {
  readonly platform: Platform;
  readonly device: Device;
  readonly time: VirtualTime;
  readonly service: Service;
  /** Folder of the staged templates. */
  readonly templates: string;
  readonly entry: Entry;
}

/** Runs the compiled build of a platform on a device. Closing the app keeps the device with its storage. */
export function startApp({ platform, device, time: towns, service, templates, entry }: Starting) {
  const time = timeOfOneApp(towns);
  const meters = metersOf();
  const complaints = complaintsOf();
  const network = networkOf(device, time, service);
  const declared = declaredPages(platform);
  let app: Registered = {};
  let registering: Registered = {};
  let ended = false;
  const make = (path: string): OpenPage => {
    const definition = definitionOf(path);
    let page: OpenPage | undefined;
    const drawn = drawPage(templates, path, (event) => {
      device.isTouched = true;
      setImmediate(() => {
        device.isTouched = false;
      });
      if (page) tell(page.object, 'eh', event);
    });
    const object: Registered = {
      ...definition,
      route: path,
      __route__: path,
      data: { root: { cn: [] } },
      setData: (data: object, drawnNow?: () => void) => {
        const json = JSON.stringify(data);
        meters.drew(path, json.length);
        drawn.draw(json);
        camera.drew();
        if (drawnNow) time.set(drawnNow, 1);
      },
    };
    // A camera ends with the page that drew it, though nothing else is drawn then.
    const close = () => {
      drawn.close();
      if (!ended) camera.drew();
    };
    page = { path, object, drawn: { ...drawn, close } };
    return page;
  };
  const navigation = navigationOf({ time, has: (path) => declared.includes(path), make });
  const inFront = () => navigation.stack[navigation.stack.length - 1];
  const entered = { path: entry.path, query: { ...entry.query }, scene: entry.scene ?? 1001, referrerInfo: {} };
  const camera = cameraInPage({ platform, device, time, front: () => inFront()?.drawn.tree() });
  const cover = () => {
    const page = inFront();
    if (page) tell(page.object, 'onHide');
    tell(app, 'onHide');
  };
  const uncover = () => {
    tell(app, 'onShow', { ...entered });
    const page = inFront();
    if (page) tell(page.object, 'onShow');
  };
  const parts = {
    device,
    time,
    network,
    navigation,
    cover,
    uncover,
    enteredWith: () => ({ ...entered, query: { ...entered.query } }),
  };
  const functions = platform === 'weapp' ? wechat(parts) : alipay(parts);
  const realm = oldRealm(
    {
      [platform === 'weapp' ? 'wx' : 'my']: functions,
      // On Alipay's phones this is all there is of a browser, and Taro asks for it.
      ...(platform === 'alipay' && { navigator: { swuserAgent: 'AlipayClient' } }),
      console: complaints.console,
      setTimeout: (act: () => void, ms: number) => time.set(act, ms),
      setInterval: (act: () => void, ms: number) => time.set(act, ms, true),
      clearTimeout: time.clear,
      clearInterval: time.clear,
      App: (given: Registered) => {
        app = given;
      },
      Page: (given: Registered) => {
        registering = given;
      },
      Component: () => undefined,
      getApp: () => app,
      getCurrentPages: () => navigation.stack.map(({ object }) => object),
    },
    time.now,
  );
  const load = programIn(buildOf(platform), realm);
  const definitions = new Map<string, Registered>();
  const definitionOf = (path: string): Registered => {
    const known = definitions.get(path);
    if (known) return known;
    registering = {};
    try {
      load(`${path}.js`);
    } catch (fault) {
      complaints.console.error(fault);
      throw fault;
    }
    definitions.set(path, registering);
    return registering;
  };
  load('app.js');
  tell(app, 'onLaunch', { ...entered });
  tell(app, 'onShow', { ...entered });
  const words = Object.entries(entry.query ?? {}).map(([name, value]) => `${name}=${value}`);
  const trouble = navigation.afresh(`/${entry.path}${words.length > 0 ? `?${words.join('&')}` : ''}`);
  if (trouble !== undefined) throw new Error(trouble);
  const close = () => {
    ended = true;
    time.end();
    while (navigation.stack.length > 0) navigation.stack.pop()?.drawn.close();
  };
  /** Runs a line in the phone's own realm. */
  const run = (line: string): unknown => runInContext(line, realm);
  const typeOf = (name: string) => run(`typeof ${name}`);
  return { device, network, navigation, meters, complaints, inFront, cover, uncover, close, run, typeOf };
}

/** A running app. */
export type RunningApp = ReturnType<typeof startApp>;

/** Every page that the build declares, those of subpackages too. */
export function declaredPages(platform: Platform): readonly string[] {
  const { pages, subPackages = [] }: AppJson = JSON.parse(readFileSync(join(buildOf(platform), 'app.json'), 'utf8'));
  return [...pages, ...subPackages.flatMap(({ root, pages: inside }) => inside.map((page) => `${root}/${page}`))];
}

interface AppJson {
  readonly pages: readonly string[];
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[];
}
