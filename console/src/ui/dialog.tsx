import { type ReactNode, type RefObject, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useCloseOnBack } from '../platform/back-key';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly part?: string;
  /** At the edge of the page, as high as the window: a menu. */
  readonly isSide?: boolean;
}

const reachable = 'button:not(:disabled), [href], input:not(:disabled), select, textarea, [tabindex="0"]';

/** Keeps Tab inside the box, from its last element on to its first and back. */
const turnAround = (event: KeyboardEvent, box: HTMLElement) => {
  const inside = [...box.querySelectorAll<HTMLElement>(reachable)];
  const [edge, other] = event.shiftKey
    ? [inside[0], inside[inside.length - 1]]
    : [inside[inside.length - 1], inside[0]];
  const isInside = box.contains(document.activeElement) && document.activeElement !== box;
  if (isInside && document.activeElement !== edge) return;
  event.preventDefault();
  other?.focus();
};

const focusFirst = (box: HTMLElement | null) =>
  (box?.querySelector<HTMLElement>('input:not(:disabled), select, [data-first]:not(:disabled)') ?? box)?.focus();

/** Escape closes, Tab stays inside; heard on the whole page, because a button may go with its answer and take the focus along. */
const useKeyboard = (box: RefObject<HTMLDivElement | null>, onClose: () => void) => {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close.current();
      if (event.key === 'Tab' && box.current) turnAround(event, box.current);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [box]);
};

/** Takes the focus when the box opens and gives it back when it closes. */
const useBorrowedFocus = (box: RefObject<HTMLDivElement | null>) => {
  useEffect(() => {
    const before = document.activeElement;
    focusFirst(box.current);
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, [box]);
};

const typedIn = 'input:not([type]), input[type="text"], input[type="email"], textarea';

/** Whoever reloads the page over something typed is asked first: it is kept nowhere. */
const useLossWarning = (box: RefObject<HTMLDivElement | null>) => {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      const fields = [...(box.current?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(typedIn) ?? [])];
      if (fields.some(({ value }) => value.trim() !== '')) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [box]);
};

/** A question over the page: takes the focus, keeps it, closes on Escape and on Back, gives the focus back. */
export const Dialog = ({ title, onClose, children, part, isSide = false }: Props) => {
  const heading = useId();
  const box = useRef<HTMLDivElement>(null);
  useKeyboard(box, onClose);
  useCloseOnBack(onClose);
  useLossWarning(box);
  useBorrowedFocus(box);
  return createPortal(
    <div className={isSide ? 'veil side' : 'veil'}>
      <div
        className="dialog"
        role="dialog"
        aria-modal="true"
        aria-labelledby={heading}
        data-part={part}
        tabIndex={-1}
        ref={box}
      >
        <h2 id={heading}>{title}</h2>
        {children}
      </div>
    </div>,
    document.body,
  );
};
