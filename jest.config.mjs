import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));

const swc = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', tsx: true },
    transform: { react: { runtime: 'automatic' } },
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
};

/** Packages that ship only ES modules, which jest's CommonJS runtime must have translated. */
const esmOnly = [
  '@noble',
  'mingo',
  'postal-mime',
  'content-disposition',
  'cookie',
  'croner',
  'otplib',
  '@otplib',
  'wouter',
  'regexparam',
  'mitt',
  '@scure',
  '@sparticuz/chromium',
  '@tarojs',
];

const each = {
  rootDir: root,
  // Not in the temporary folder, which is another for each run of the tests.
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  transform: {
    '^.+\\.(ts|tsx|mjs|js|jsx)$': ['@swc/jest', swc],
    '\\.(woff2?|ttf|css|scss|svg|png)$': '<rootDir>/tools/jest/asset-path.cjs',
  },
  transformIgnorePatterns: [
    `/node_modules/(?!(?:.*/node_modules/)?(${esmOnly.join('|')})/)(?!.*\\.woff2?$)`,
    '<rootDir>/dist/',
  ],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/dist/'],
};

const beside = (ending) =>
  ['shared', 'cloudfunctions', 'miniprogram/src', 'console', 'host', 'city', 'tests', 'bench'].map(
    (room) => `<rootDir>/${room}/**/*.test.${ending}`,
  );

export default {
  // Nothing is timed by it: only a test that hangs ends. Five seconds were too few for some beside others on two busy processors.
  testTimeout: 30_000,
  maxWorkers: Math.min(2, availableParallelism()),
  // A worker that holds nothing open still frees its heap: more than jest's half second on two busy processors. One that leaks is told of as before.
  workerGracefulExitTimeout: 10_000,
  // Begins a worker anew that has grown so far; and with it one worker is a process too, which jest can end when a test left something open.
  workerIdleMemoryLimit: '1.5GB',
  projects: [
    {
      ...each,
      displayName: 'node',
      testEnvironment: 'node',
      testMatch: beside('ts'),
      testPathIgnorePatterns: [...each.testPathIgnorePatterns, '<rootDir>/tests/browser/', '<rootDir>/tests/mini/'],
    },
    // Screens of the rider's app are taken here as the web build takes them: platform files of the web, view tags as elements.
    {
      ...each,
      displayName: 'dom',
      testEnvironment: 'jsdom',
      testMatch: beside('tsx'),
      setupFilesAfterEnv: ['<rootDir>/tools/jest/dom-patience.ts'],
      moduleFileExtensions: ['h5.tsx', 'h5.ts', 'tsx', 'ts', 'js', 'mjs', 'cjs', 'json'],
      moduleNameMapper: {
        '^@tarojs/components$': '<rootDir>/tools/jest/taro-tags.cjs',
        '^@tarojs/taro$': '<rootDir>/tools/jest/taro-runtime.cjs',
        // The console names the kit's ES modules, of which its bundler leaves out what is not used; here they are CommonJS.
        '^antd/es/(.*)$': 'antd/lib/$1',
        '/(Dom/dynamicCSS|cssUtils)$': '<rootDir>/tools/jest/no-styles.cjs',
      },
    },
    // The compiled phone programs, run as they will be shipped: nothing of dist/ is translated again.
    {
      ...each,
      displayName: 'mini',
      testEnvironment: 'node',
      testEnvironmentOptions: { globalsCleanup: 'off' },
      testMatch: ['<rootDir>/tests/mini/**/*.test.ts'],
    },
    { ...each, displayName: 'browser', testEnvironment: 'node', testMatch: ['<rootDir>/tests/browser/**/*.test.ts'] },
  ],
};
