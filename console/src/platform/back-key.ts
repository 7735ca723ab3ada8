import { useEffect, useRef } from 'react';

/** What lies over the page, the uppermost last: Back takes it away before it leaves the page. */
const layers: (() => void)[] = [];

/** Whether an entry of the history stands for the layers; one serves all of them. */
let isGuarded = false;
let guardedAt = '';
/** An entry that is being taken out again: its event is no wish of the reader. */
let isReturning = false;

const guard = () => {
  if (isGuarded || isReturning || layers.length === 0) return;
  window.history.pushState({ layer: true }, '');
  guardedAt = window.location.href;
  isGuarded = true;
};

const onBack = () => {
  if (isReturning) {
    isReturning = false;
    guard();
    return;
  }
  if (!isGuarded) return;
  isGuarded = false;
  // A step to another part of the page is told by the same event, and is no step back.
  if (window.location.href === guardedAt) layers.at(-1)?.();
  setTimeout(guard, 0);
};

/** Once nothing lies over the page any more the entry goes, unless the page went elsewhere meanwhile. */
const release = () => {
  if (layers.length > 0 || !isGuarded) return;
  isGuarded = false;
  if (window.history.state?.layer !== true) return;
  isReturning = true;
  window.history.back();
};

/** The way back calls `close` instead of leaving the page, until the answer is called. */
const closeOnBack = (close: () => void): (() => void) => {
  if (layers.length === 0) window.addEventListener('popstate', onBack);
  layers.push(close);
  setTimeout(guard, 0);
  return () => {
    layers.splice(layers.indexOf(close), 1);
    setTimeout(release, 0);
  };
};

/** The browser's and the tablet's way back closes what lies over the page, as Escape does; only then does it leave the page. */
export const useCloseOnBack = (onClose: () => void): void => {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => closeOnBack(() => close.current()), []);
};
