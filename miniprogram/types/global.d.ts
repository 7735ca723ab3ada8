/// <reference types="@tarojs/taro" />

declare module '*.scss';
declare module '*.css';
declare module '*.png';
declare module '*.svg';

declare namespace NodeJS {
  interface ProcessEnv {
    /** The platform being built; Taro replaces it with the word itself. */
    TARO_ENV: 'weapp' | 'alipay' | 'h5';
  }
}
