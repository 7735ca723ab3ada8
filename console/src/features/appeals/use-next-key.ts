import { useEffect, useRef } from 'react';

const typedIn = 'input:not([type="radio"]), textarea, select';

/** The key N goes on to the next one, unless somebody is typing. */
export const useNextKey = (onNext: (() => void) | undefined): void => {
  const next = useRef(onNext);
  next.current = onNext;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof Element && event.target.matches(typedIn);
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (event.key.toLowerCase() === 'n' && isPlain && !isTyping) next.current?.();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
};
