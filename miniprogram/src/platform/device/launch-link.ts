/** With what the app was opened or brought to the front, as the platform tells the app and not the page. */
export interface LaunchOptions {
  readonly query?: Readonly<Partial<Record<string, string>>> | undefined;
}

/** The link that opened the app; undefined where the page's own address tells it, as in WeChat (`q`) and on the web. */
export const launchLink = (): string | undefined => undefined;

/** The link in what brought the app to the front again; undefined as above. */
export const reopenLink = (_options: LaunchOptions): string | undefined => undefined;
