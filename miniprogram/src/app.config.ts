export default defineAppConfig({
  pages: [
    'pages/scan/index',
    'pages/register/index',
    'pages/verdict/index',
    'pages/rides/index',
    'pages/account/index',
    'pages/cards/index',
    'pages/guide/index',
    'pages/consent/index',
    'pages/appeal/index',
    'pages/family/index',
    'pages/mine/index',
  ],
  window: {
    backgroundTextStyle: 'light',
    navigationBarBackgroundColor: '#0F5C8C',
    navigationBarTitleText: '同乘',
    navigationBarTextStyle: 'white',
  },
  // A page stands at once: no sliding, which also costs old phones dearly.
  animation: false,
  lazyCodeLoading: 'requiredComponents',
});
