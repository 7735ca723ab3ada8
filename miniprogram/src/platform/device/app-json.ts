/** What only one platform needs in `app.json`. */
const byPlatform = {
  weapp: {
    // WeChat asks by itself, in its own words, before anything personal of the platform is used (decision 117).
    __usePrivacyCheck__: true,
    // A rough place with a scan or a coach's registration, if the rider allows it in the app and in WeChat's own dialog.
    requiredPrivateInfos: ['getFuzzyLocation' as const],
    permission: {
      'scope.userFuzzyLocation': { desc: '只用来发现远离乘车点或客车线路的扫码；不允许也能乘车' },
    },
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
      'scope.location': {
        desc: '只用来发现远离乘车点或客车线路的扫码；不允许也能乘车 Only to notice scans made far from the venue or the coach’s way; you can ride without it',
      },
    },
  },
  h5: {},
};

/** The part of the platform being built: of privacy, of packages. Read while building only. */
export const platformAppJson = byPlatform[process.env.TARO_ENV];
