import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { appJsonOf, packageBytes } from './package-bytes';
import { declaredPages } from './phone/phone';
import { buildOf, platforms } from './phone/platform';

const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
/** The issue's budget for the first package, and both platforms' own limits. */
const firstPackage = 1_000_000;
const anyPackage = 2 * 1024 * 1024;
const ofFirstRide = ['pages/scan/index', 'pages/register/index', 'pages/verdict/index'];

describe.each(platforms)('the packages of %s', (platform) => {
  const packages = packageBytes(platform);

  test('the first one stays under a megabyte and is more than a shell', () => {
    expect(packages.get('')).toBeLessThan(firstPackage);
    expect(packages.get('')).toBeGreaterThan(200_000);
  });

  test('every other one is small, and there is nothing empty', () => {
    const others = [...packages].filter(([root]) => root !== '');
    expect(others.length).toBeGreaterThan(3);
    for (const [, bytes] of others) {
      expect(bytes).toBeGreaterThan(500);
      expect(bytes).toBeLessThan(200_000);
    }
    expect([...packages.values()].reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(anyPackage);
  });

  test('all that a first ride takes lies in the first one; the rest is fetched while the scan is open', () => {
    const app = appJsonOf(platform);
    expect(app.pages).toEqual(ofFirstRide);
    const roots = app.subPackages.map(({ root }: { readonly root: string }) => root);
    expect([...app.preloadRule['pages/scan/index'].packages].sort()).toEqual([...roots].sort());
    expect(app.lazyCodeLoading).toBe('requiredComponents');
  });

  test('every page that is declared has its four files, and a title', () => {
    const endings = platform === 'weapp' ? ['js', 'json', 'wxml'] : ['js', 'json', 'axml'];
    for (const page of declaredPages(platform)) {
      for (const ending of endings)
        expect([page, ending, existsSync(join(buildOf(platform), `${page}.${ending}`))]).toEqual([page, ending, true]);
      const { navigationBarTitleText, defaultTitle } = json(join(buildOf(platform), `${page}.json`));
      expect(navigationBarTitleText ?? defaultTitle).toMatch(/[\u4e00-\u9fff]{2,}/);
    }
  });

  test('no address but the service’s stands in its code, apart from remarks of libraries: the list of request domains is whole with one', () => {
    const code = readdirSync(buildOf(platform), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.js'))
      .map((path) => readFileSync(join(buildOf(platform), path), 'utf8'));
    const named = code.flatMap((text) => [...text.matchAll(/https?:\/\/([\w.:-]+)/g)].map(([, host = '']) => host));
    const ofLibraries = ['github.com', 'reactjs.org', 'taro.com', 'www.w3.org'];
    expect([...new Set(named)].filter((host) => !ofLibraries.includes(host))).toHaveLength(1);
    expect(code.join('')).not.toMatch(/\b(wx|my)\.(downloadFile|uploadFile|connectSocket)\(/);
  });

  test('every style that is asked for is there', () => {
    const folder = buildOf(platform);
    const styles = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\.(wxss|acss)$/.test(path),
    );
    const asked = styles.flatMap((path) =>
      [...readFileSync(join(folder, path), 'utf8').matchAll(/@import "([^"]+)"/g)].map(([, name = '']) =>
        join(path, '..', name),
      ),
    );
    expect(asked.length).toBeGreaterThan(1);
    expect(asked.filter((path) => !existsSync(join(folder, path)))).toEqual([]);
  });

  test('no page offers to be passed on to others', () => {
    for (const page of declaredPages(platform))
      expect(readFileSync(join(buildOf(platform), `${page}.js`), 'utf8')).not.toMatch(
        /enableShare(AppMessage|Timeline)|onShare(AppMessage|Timeline)\s*:/,
      );
  });
});

describe('what a platform declares of privacy', () => {
  test('WeChat asks before anything personal of its own is used, and for no more of a place than a rough one', () => {
    const { __usePrivacyCheck__, requiredPrivateInfos, permission, sitemapLocation } = appJsonOf('weapp');
    expect(__usePrivacyCheck__).toBe(true);
    expect(requiredPrivateInfos).toEqual(['getFuzzyLocation']);
    expect(Object.keys(permission)).toEqual(['scope.userFuzzyLocation']);
    expect([...permission['scope.userFuzzyLocation'].desc].length).toBeLessThanOrEqual(30);
    const { rules } = json(join(buildOf('weapp'), sitemapLocation));
    const searched = rules.filter(({ action }: { readonly action: string }) => action === 'allow');
    expect(searched.map(({ page }: { readonly page: string }) => page)).toEqual([
      'pages/scan/index',
      'pages/guide/index',
    ]);
    expect(rules[rules.length - 1]).toEqual({ action: 'disallow', page: '*' });
  });

  test('Alipay says what camera and place are for, and its later packages share one program', () => {
    const { permission, subPackageBuildType } = appJsonOf('alipay');
    expect(Object.keys(permission)).toEqual(['scope.camera', 'scope.location']);
    expect(permission['scope.location'].desc).toContain('远离乘车点');
    expect(permission['scope.camera'].desc).toContain('乘车码');
    expect(subPackageBuildType).toBe('shared');
  });

  test('Alipay’s camera, which would ask for the microphone by itself, is told not to', () => {
    const [camera = ''] = readFileSync(join(buildOf('alipay'), 'base.axml'), 'utf8').match(/<camera [^>]*>/) ?? [];
    expect(camera).toMatch(/ applyMicPermissionWhenInit="\{\{xs\.b\(i\.p\d+,false\)\}\}"/);
  });

  test('no build uses a function of the phone that was not declared', () => {
    const nowhere = 'chooseLocation|startLocationUpdate|getUserProfile|chooseContact|getWeRunData|startRecord';
    for (const platform of platforms) {
      // Of a place, WeChat's build may ask for the rough one only; Alipay knows one question.
      const undeclared = new RegExp(`\\b(${platform === 'weapp' ? 'getLocation|' : ''}${nowhere})\\b\\s*\\(`);
      for (const page of ['app', ...declaredPages(platform)])
        expect(readFileSync(join(buildOf(platform), `${page}.js`), 'utf8')).not.toMatch(undeclared);
    }
  });
});

describe('each developer tool opens the build as it is', () => {
  test('WeChat’s, from the top of the repository', () => {
    const project = json('project.config.json');
    expect(project.compileType).toBe('miniprogram');
    expect(existsSync(join(project.miniprogramRoot, 'app.json'))).toBe(true);
    expect(project.appid).toBe('touristappid');
    // The build is ES5 and small already; the tool must not change it once more.
    for (const name of ['es6', 'enhance', 'postcss', 'minified'])
      expect([name, project.setting[name]]).toEqual([name, false]);
    const pages = declaredPages('weapp');
    for (const { pathName } of project.condition.miniprogram.list) expect(pages).toContain(pathName);
  });

  test.each(['mini.project.json', 'dist/alipay/mini.project.json'])('Alipay’s, by %s', (path) => {
    const project = json(path);
    expect(project.format).toBe(2);
    expect(project.compileType).toBe('mini');
    expect(existsSync(join(path, '..', project.miniprogramRoot, 'app.json'))).toBe(true);
    expect(project.compileOptions.transpile.script.ignore).toEqual(['**']);
    expect(project.compileOptions.component2).toBe(true);
  });
});

test('a build takes scheme and domain of its service alone, and this machine unless told', () => {
  const origin = (given: string) =>
    spawnSync(
      process.execPath,
      ['--input-type=module', '-e', "import('./tools/bundle-taro.mjs').then((m) => console.log(m.originOfService()))"],
      { encoding: 'utf8', env: { ...process.env, TARO_APP_ORIGIN: given } },
    );
  expect(['', 'https://ride.example', 'http://10.0.0.5:8080'].map((given) => origin(given).stdout.trim())).toEqual([
    'http://127.0.0.1:8080',
    'https://ride.example',
    'http://10.0.0.5:8080',
  ]);
  for (const wrong of ['ride.example', 'https://ride.example/', 'https://ride.example/app'])
    expect(origin(wrong).stderr).toMatch(/只写协议和域名 is scheme and domain alone/);
});
