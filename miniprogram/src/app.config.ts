import { pagePathOf, pagesWhere } from './pages/pages';
import { platformAppJson } from './platform/device/app-json';

/** What a first ride takes lies in the first package; everything else follows in packages of its own, fetched in the background. */
const first = pagesWhere((page) => page.package === 'first').map(pagePathOf);
const laterPackages = pagesWhere((page) => page.package === 'later').map((name) => `pages/${name}`);

export default defineAppConfig({
  pages: [...first],
  subPackages: laterPackages.map((root) => ({ root, pages: ['index'] })),
  preloadRule: { [pagePathOf('scan')]: { network: 'all', packages: laterPackages } },
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
