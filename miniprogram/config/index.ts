import { resolve } from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';

const root = resolve(__dirname, '../..');

/** What must be compiled down with our own code: phones of the cheap kind run ES5 only. Taro takes absolute paths, no patterns. */
const alsoCompiled = [resolve(root, 'shared'), resolve(root, 'node_modules/qrcode-generator')];

/** Sizes are written in the pixels that people see (decision 050): 16 px is 16 px on every phone, and a finger is 44 px wide. */
const pxtransform = { pxtransform: { enable: false, config: {} }, cssModules: { enable: false } };

/** What the templates of a platform need beyond Taro's own lists; `spoken` last, for it asks for the numbers of all of them. */
const pluginsHere = (): readonly string[] => {
  if (process.env.TARO_ENV === 'h5') return [];
  return process.env.TARO_ENV === 'alipay' ? ['camera-plugin.js', 'spoken-plugin.js'] : ['spoken-plugin.js'];
};

export default defineConfig<'webpack5'>(
  async (): Promise<UserConfigExport<'webpack5'>> => ({
    projectName: 'tongcheng',
    date: '2026-11-21',
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
    sourceRoot: 'src',
    outputRoot: `../dist/${process.env.TARO_ENV ?? 'weapp'}`,
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    plugins: pluginsHere().map((name) => resolve(__dirname, name)),
    copy: {
      patterns:
        process.env.TARO_ENV === 'weapp' ? [{ from: 'src/sitemap.json', to: '../dist/weapp/sitemap.json' }] : [],
      options: {},
    },
    env: {
      TARO_APP_ORIGIN: JSON.stringify(process.env.TARO_APP_ORIGIN ?? 'http://127.0.0.1:8080'),
      TARO_APP_CODE_READER: JSON.stringify(process.env.TARO_APP_CODE_READER ?? ''),
      TARO_APP_VOICE: JSON.stringify(process.env.TARO_APP_VOICE ?? ''),
    },
    cache: { enable: false },
    mini: {
      compile: { include: alsoCompiled },
      postcss: pxtransform,
      optimizeMainPackage: { enable: true },
      webpackChain: (chain, webpack) => {
        const globals = resolve(__dirname, 'known-globals.js');
        const asked = /core-js-pure[\\/]internals[\\/]global-this/;
        chain.plugin('known-globals').use(webpack.NormalModuleReplacementPlugin, [asked, globals]);
      },
      miniCssExtractPluginOption: { ignoreOrder: true },
    },
    h5: {
      // Plain HTML elements instead of web components: real buttons and inputs for keyboards and screen readers.
      useHtmlComponents: true,
      publicPath: './',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      compile: { include: alsoCompiled },
      // All pages come with the app: the outcome of a scan must open also where the network ends between two stations.
      webpackChain: (chain) => {
        chain.module
          .rule('pages-at-hand')
          .test(/src[\\/]app\.config\.ts$/)
          .parser({ dynamicImportMode: 'eager' });
      },
      postcss: { ...pxtransform, autoprefixer: { enable: true } },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    },
  }),
);
