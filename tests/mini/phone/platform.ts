/** The two mini-program platforms; the names are those of the builds. */
export const platforms = ['weapp', 'alipay'] as const;
export type Platform = (typeof platforms)[number];

/** Where the compiled build of a platform lies; it is run exactly as it will be shipped. */
export const buildOf = (platform: Platform): string => `${process.cwd()}/dist/${platform}`;
