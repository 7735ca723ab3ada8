/**
 * Where the service lives, as the build was told (`TARO_APP_ORIGIN`, this machine unless given); the word is replaced while building,
 * because phones know no environment. Mini-programs may call only addresses registered with their platform.
 */
export const serviceOrigin: string = process.env.TARO_APP_ORIGIN;
