import { useSyncExternalStore } from 'react';

/** Room for the menu beside the page, for everything in the head, or for little. Grows with the reader's type. */
const deskQuery = '(min-width: 70rem)';
const tabletQuery = '(min-width: 40rem)';

type WindowWidth = 'desk' | 'tablet' | 'phone';

/** Where there is no window to measure (tests), everything is shown. */
const canMeasure = () => typeof window.matchMedia === 'function';

const read = (): WindowWidth => {
  if (!canMeasure() || window.matchMedia(deskQuery).matches) return 'desk';
  return window.matchMedia(tabletQuery).matches ? 'tablet' : 'phone';
};

const watch = (listener: () => void): (() => void) => {
  if (!canMeasure()) return () => undefined;
  const queries = [deskQuery, tabletQuery].map((query) => window.matchMedia(query));
  for (const query of queries) query.addEventListener('change', listener);
  return () => {
    for (const query of queries) query.removeEventListener('change', listener);
  };
};

/** How much room the window has now. */
export const useWindowWidth = (): WindowWidth => useSyncExternalStore(watch, read);

const usualType = 16;

/** How much larger than usual this reader's browser has type: 2 at 200 %. Zooming is no part of it. */
export const readTypeScale = (): number => {
  const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return size > 0 ? size / usualType : 1;
};
