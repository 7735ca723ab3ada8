import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';

const root = resolve(__dirname, '../..');

/** The folder of an installed package; its package.json may be closed to `require`, its folder never is. */
const packageFolder = (name: string): string => realpathSync(resolve(root, 'node_modules', name));

/** What must be compiled down with our own code: phones of the cheap kind run ES5 only. Taro takes absolute paths, no patterns. */
const alsoCompiled = [
  resolve(root, 'shared'),
  ...['zod', 'qrcode-generator', '@noble/curves', '@noble/hashes'].map(packageFolder),
];

/** NutUI is drawn for a screen of 375, our own pages for one of 750. */
const designWidth = (input?: string | number | { file?: string }): number =>
  typeof input === 'object' && input.file?.replace(/\\+/g, '/').includes('@nutui') ? 375 : 750;

const pxtransform = { pxtransform: { enable: true, config: {} }, cssModules: { enable: false } };

export default defineConfig<'webpack5'>(
  async (): Promise<UserConfigExport<'webpack5'>> => ({
    projectName: 'tongcheng',
    date: '2026-11-21',
    designWidth,
    deviceRatio: { 640: 2.34 / 2, 750: 1, 375: 2, 828: 1.81 / 2 },
    sourceRoot: 'src',
    outputRoot: `../dist/${process.env.TARO_ENV ?? 'weapp'}`,
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    plugins: [],
    cache: { enable: false },
    mini: {
      compile: { include: alsoCompiled },
      postcss: pxtransform,
      miniCssExtractPluginOption: { ignoreOrder: true },
    },
    h5: {
      publicPath: './',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      compile: { include: alsoCompiled },
      esnextModules: ['@nutui/nutui-react-taro', '@nutui/icons-react-taro'],
      postcss: { ...pxtransform, autoprefixer: { enable: true } },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    },
  }),
);
