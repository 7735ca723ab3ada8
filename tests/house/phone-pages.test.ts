import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configOf, declarationOf, pagePathOf, pagesWhere, titleOf } from '../../miniprogram/src/pages/pages';

const source = join(__dirname, '../../miniprogram/src');
const names = pagesWhere(() => true);
const folders = readdirSync(join(source, 'pages'), { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

/** What is wrong with the two files that Taro needs of a page. */
function faultsOf(name: string, read: (file: string) => string | undefined): readonly string[] {
  const screen = read('index.tsx');
  const config = read('index.config.ts');
  return [
    ...(screen?.includes(`export default pageOf(\n  '${name}'`) || screen?.includes(`export default pageOf('${name}'`)
      ? []
      : [`${name}/index.tsx is not pageOf('${name}', …)`]),
    ...(config?.includes(`definePageConfig(configOf('${name}'))`)
      ? []
      : [`${name}/index.config.ts is not configOf('${name}')`]),
  ];
}

const fileOf = (name: string) => (file: string) => {
  const path = join(source, 'pages', name, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
};

test('every declared page has its folder, and every folder its declaration', () => {
  expect(names.length).toBeGreaterThan(10);
  expect([...folders].sort()).toEqual([...names].sort());
});

test('the files that Taro needs of a page are made of its declaration', () => {
  expect(names.flatMap((name) => faultsOf(name, fileOf(name)))).toEqual([]);
});

test('the guard has failed once: a page without files, and one that is another page', () => {
  expect(faultsOf('passes', () => undefined)).toHaveLength(2);
  expect(faultsOf('passes', fileOf('cards'))).toHaveLength(2);
});

test('X-09 every page has a title in both languages, and the build has the Chinese one', () => {
  for (const name of names) {
    const { zh, en } = titleOf(name);
    expect(zh).toMatch(/^[\p{Script=Han}]{2,}$/u);
    expect(en).toMatch(/^[A-Z][a-z ]+$/);
    expect(configOf(name)).toEqual({ navigationBarTitleText: zh });
  }
});

test('WeChat’s search is told of the searchable pages and of no others', () => {
  const { rules } = JSON.parse(readFileSync(join(source, 'sitemap.json'), 'utf8'));
  const allowed = pagesWhere((page) => page.searchable === true).map((name) => ({
    action: 'allow',
    page: pagePathOf(name),
  }));
  expect(rules).toEqual([...allowed, { action: 'disallow', page: '*' }]);
});

test('the first package has the pages of a first ride, and begins with the scan', () => {
  expect(pagesWhere((page) => page.package === 'first')).toEqual(['scan', 'register', 'verdict']);
  expect(declarationOf('scan').opens).toBe('afresh');
});
