/** The links that opened the app, where the platform hands them to the app and not to a page (Alipay). */
export interface LaunchLinks {
  /** The link of the launch, once: the first page takes it, whatever its own address says. */
  take(): string | undefined;
  /**
   * Whether a link that brought the app to the front is another one than the last. Platforms repeat the last one when the app merely comes
   * back to the front, and nobody may alight by looking at another app. The launch's own link is left to {@link LaunchLinks.take}.
   */
  isNew(link: string): boolean;
}

/** Links of one run of the app; `launchLink` asks the platform for the first. */
export function createLaunchLinks(launchLink: () => string | undefined): LaunchLinks {
  let last: string | undefined;
  let isTaken = false;
  return {
    take: () => {
      if (isTaken) return undefined;
      isTaken = true;
      last = launchLink();
      return last;
    },
    isNew: (link) => {
      if (!isTaken || link === last) return false;
      last = link;
      return true;
    },
  };
}
