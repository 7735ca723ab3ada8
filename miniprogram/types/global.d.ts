/// <reference types="@tarojs/taro" />

declare module '*.scss';
declare module '*.css';
declare module '*.png';
declare module '*.svg';

declare namespace NodeJS {
  interface ProcessEnv {
    /** The platform being built; Taro replaces it with the word itself. */
    TARO_ENV: 'weapp' | 'alipay' | 'h5';
    /** Where the service lives; the configuration always gives it, so nothing of `process` is left in a build. */
    TARO_APP_ORIGIN: string;
    /** The edition of elder mode's clips (`tools/voice/clips.mjs`); given in the same way. */
    TARO_APP_VOICE: string;
    /** The address of the script that reads codes, beside the web app's page (`tools/bundle-code-reader.mjs`). */
    TARO_APP_CODE_READER: string;
    /** In that script alone: the file beside it that holds the reader's program. */
    TARO_APP_CODE_PROGRAM: string;
  }
}
