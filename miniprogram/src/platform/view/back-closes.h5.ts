import { useEffect, useRef } from 'react';

interface SheetEntry {
  /** Back took the entry away; else closing has to. */
  isTaken: boolean;
}

let open = 0;
let leaving: Promise<void> | undefined;

/** Takes the entry of a sheet out of the history, heard by nobody: pages come and go by the entries of the router. */
const takeBack = (): Promise<void> =>
  new Promise((resolve) => {
    const silence = (event: Event) => {
      event.stopImmediatePropagation();
      resolve();
    };
    window.addEventListener('popstate', silence, { capture: true, once: true });
    window.history.back();
  });

/**
 * Escape and Back put away what lies over the page. An entry of the history stands for it, so that Back takes the sheet and not the
 * page; the router does not hear of it.
 */
export function useBackCloses(onClose: () => void): void {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const entry: SheetEntry = { isTaken: false };
    const place = window.location.href;
    window.history.pushState({ ...window.history.state, sheet: true }, '', place);
    open += 1;
    const onBack = (event: PopStateEvent) => {
      event.stopImmediatePropagation();
      entry.isTaken = true;
      close.current();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close.current();
    };
    window.addEventListener('popstate', onBack, { capture: true });
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('popstate', onBack, { capture: true });
      window.removeEventListener('keydown', onKey);
      open -= 1;
      // Where the page itself was replaced under the sheet, the entry is the new page's.
      if (entry.isTaken || window.location.href !== place || window.history.state?.sheet !== true) return;
      leaving = takeBack().finally(() => {
        leaving = undefined;
      });
    };
  }, []);
}

/** Does something once the entries of closing sheets are gone: a page opened earlier would be taken back with them. */
export function whenSheetsAreGone(act: () => void): void {
  if (open === 0 && !leaving) {
    act();
    return;
  }
  // The sheet is taken out of the page after the touch that closed it.
  setTimeout(() => {
    if (leaving) leaving.then(act);
    else act();
  }, 0);
}
