/** A browser draws neither title nor way back inside the page. */
export const platformDrawsTitle: boolean = false;

/** Nothing to do: the page shows its title itself. */
export const usePlatformTitle = (_title: string, _inFront: boolean): void => undefined;
