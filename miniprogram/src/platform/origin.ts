/** Where the service lives, as the build was told (`TARO_APP_ORIGIN`); mini-programs may call only addresses registered with their platform. */
export const serviceOrigin = process.env.TARO_APP_ORIGIN ?? 'http://127.0.0.1:8080';
