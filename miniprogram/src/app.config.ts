/** What a first ride takes lies in the first package; everything else follows in packages of its own, fetched while one looks about. */
const laterPages = ['rides', 'account', 'cards', 'guide', 'consent', 'appeal', 'family', 'mine'];
const laterPackages = laterPages.map((page) => `pages/${page}`);

/** What only one platform knows. */
const ofPlatform = {
  weapp: {
    // WeChat asks by itself, in its own words, before anything personal of the platform is used (decision 117).
    __usePrivacyCheck__: true,
    requiredPrivateInfos: [],
    sitemapLocation: 'sitemap.json',
    style: 'v2',
    darkmode: false,
  },
  alipay: {
    // Without it each package would bring a runtime of its own, and a page of a later package would know nothing of the app.
    subPackageBuildType: 'shared',
    permission: {
      'scope.camera': {
        desc: '用于扫描车厢或站口张贴的乘车码 To scan the ride code posted in the vehicle or at the station',
      },
    },
  },
  h5: {},
};

export default defineAppConfig({
  pages: ['pages/scan/index', 'pages/register/index', 'pages/verdict/index'],
  subPackages: laterPackages.map((root) => ({ root, pages: ['index'] })),
  preloadRule: { 'pages/scan/index': { network: 'all', packages: laterPackages } },
  window: {
    backgroundTextStyle: 'light',
    backgroundColor: '#F6F8FA',
    navigationBarBackgroundColor: '#0F5C8C',
    navigationBarTitleText: '同乘',
    navigationBarTextStyle: 'white',
  },
  // A page stands at once: no sliding, which also costs old phones dearly.
  animation: false,
  lazyCodeLoading: 'requiredComponents',
  ...ofPlatform[process.env.TARO_ENV],
});
