import type { Text } from '@tongcheng/shared/text';
import type { CityCapability } from '@tongcheng/shared/venues/capabilities';
import type { IconName } from '../ui/icon';

/** Parameters of a page's address as the platform hands them over. */
export type RouteParameters = Readonly<Partial<Record<string, string>>>;

/** Everything about a page but its screen, which stands in `pages/<name>/index.tsx` so that each package holds its own screens only. */
export interface PageDeclaration {
  /** At the top of the page, in menus and, in Chinese, in the build. */
  readonly title: Text | ((parameters: RouteParameters) => Text);
  /** `verified`: riders with a verified identity, whoever else comes is led to registration. `anyone`: signed in or not. */
  readonly access: 'verified' | 'anyone';
  /** `first`: a first ride takes it; `later`: in a package of its own, fetched in the background while the scan is open. */
  readonly package: 'first' | 'later';
  /** How it is opened: over the page before, in its place, or alone with nothing to go back to. */
  readonly opens: 'over' | 'instead' | 'afresh';
  /** What may stand in its address. */
  readonly parameters?: readonly string[];
  /** `home` has nowhere to go back to; `none`: it shows nothing but itself. Others have title, way back and menu. */
  readonly bar?: 'home' | 'none';
  /** A line with this icon in the menu; in that of the account page. */
  readonly menu?: IconName;
  readonly account?: IconName;
  /** A city without this capability shows no line that leads here. */
  readonly capability?: CityCapability;
  /** Found by WeChat's search (`sitemap.json`). */
  readonly searchable?: true;
}

/** Every page of the app. The first one is where it starts; lines of menus stand in this order (docs/adding-a-phone-page.md). */
const pages = {
  scan: {
    title: { zh: '扫码乘车', en: 'Scan to ride' },
    access: 'verified',
    package: 'first',
    opens: 'afresh',
    parameters: ['code', 'city'],
    bar: 'home',
    menu: 'scan',
    searchable: true,
  },
  register: {
    title: { zh: '实名认证', en: 'Verify identity' },
    access: 'anyone',
    package: 'first',
    opens: 'instead',
    parameters: ['step', 'code'],
  },
  verdict: {
    title: { zh: '核验结果', en: 'Result' },
    access: 'anyone',
    package: 'first',
    opens: 'instead',
    bar: 'none',
  },
  coach: {
    title: { zh: '客车乘客登记', en: 'Coach registration' },
    access: 'anyone',
    package: 'later',
    opens: 'instead',
    parameters: ['code'],
  },
  crew: {
    title: { zh: '客车工作人员', en: 'Coach staff' },
    access: 'anyone',
    package: 'later',
    opens: 'over',
    parameters: ['invitation', 'departure', 'from'],
    menu: 'keyboard',
    capability: 'coaches',
  },
  manual: {
    title: { zh: '客车操作手册', en: 'Coach manuals' },
    access: 'anyone',
    package: 'later',
    opens: 'over',
    parameters: ['part'],
  },
  rides: {
    title: { zh: '我的行程', en: 'My rides' },
    access: 'verified',
    package: 'later',
    opens: 'over',
    parameters: ['member'],
    menu: 'rides',
  },
  account: {
    title: { zh: '我的账户', en: 'My account' },
    access: 'verified',
    package: 'later',
    opens: 'over',
    menu: 'person',
  },
  cards: {
    title: { zh: '我的交通卡', en: 'My transit cards' },
    access: 'verified',
    package: 'later',
    opens: 'over',
    parameters: ['member'],
    menu: 'card',
  },
  guide: {
    title: { zh: '乘车指南', en: 'How it works' },
    access: 'anyone',
    package: 'later',
    opens: 'over',
    menu: 'guide',
    searchable: true,
  },
  family: {
    title: { zh: '家人', en: 'Family' },
    access: 'verified',
    package: 'later',
    opens: 'over',
    account: 'person',
  },
  mine: {
    title: { zh: '我的信息与权利', en: 'My data and rights' },
    access: 'verified',
    package: 'later',
    opens: 'over',
    account: 'guide',
  },
  appeal: {
    title: ({ scan }) => (scan ? { zh: '申诉', en: 'Appeal' } : { zh: '我的申诉', en: 'My appeals' }),
    access: 'anyone',
    package: 'later',
    opens: 'over',
    parameters: ['scan'],
    account: 'rides',
  },
  consent: {
    title: { zh: '个人信息处理告知', en: 'How your data is used' },
    access: 'anyone',
    package: 'later',
    opens: 'over',
  },
} as const satisfies Readonly<Record<string, PageDeclaration>>;

/** The name of a page, which is its folder too. */
export type PageName = keyof typeof pages;

/** What a page's address may carry; nothing for most. */
export type ParametersOf<N extends PageName> = (typeof pages)[N] extends {
  readonly parameters: readonly (infer P extends string)[];
}
  ? Readonly<Partial<Record<P, string | undefined>>>
  : Readonly<Record<string, never>>;

const declared: Readonly<Record<PageName, PageDeclaration>> = pages;

/** The declaration of a page. */
export const declarationOf = (name: PageName): PageDeclaration => declared[name];

/** The title of a page under such an address. */
export function titleOf(name: PageName, parameters: RouteParameters = {}): Text {
  const { title } = declared[name];
  return typeof title === 'function' ? title(parameters) : title;
}

const isName = (name: string): name is PageName => name in pages;

/** Names of the pages of which something holds, in the order of the list. */
export const pagesWhere = (holds: (page: PageDeclaration) => boolean): readonly PageName[] =>
  Object.keys(pages).filter((name): name is PageName => isName(name) && holds(declared[name]));

/** A page's path, as `app.json` names it. */
export const pagePathOf = (name: PageName): string => `pages/${name}/index`;

/** What the build is told of a page, for its `index.config.ts`. */
export const configOf = (name: PageName) => ({ navigationBarTitleText: titleOf(name).zh });
