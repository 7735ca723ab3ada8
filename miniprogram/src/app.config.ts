import { platformAppJson } from './platform/device/app-json';

/** What a first ride takes lies in the first package; everything else follows in packages of its own, fetched in the background. */
const laterPages = ['rides', 'account', 'cards', 'guide', 'consent', 'appeal', 'family', 'mine'];
const laterPackages = laterPages.map((page) => `pages/${page}`);

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
  ...platformAppJson,
});
