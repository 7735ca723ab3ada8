import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly part?: string;
}

const reachable = 'button:not(:disabled), [href], input:not(:disabled), select, textarea, [tabindex="0"]';

/** Keeps Tab inside the box, from its last element on to its first and back. */
const turnAround = (event: KeyboardEvent, box: HTMLElement) => {
  const inside = [...box.querySelectorAll<HTMLElement>(reachable)];
  const edge = event.shiftKey ? inside.at(0) : inside.at(-1);
  const other = event.shiftKey ? inside.at(-1) : inside.at(0);
  if (document.activeElement !== edge && document.activeElement !== box) return;
  event.preventDefault();
  other?.focus();
};

const focusFirst = (box: HTMLElement | null) =>
  (box?.querySelector<HTMLElement>('input:not(:disabled), select, [data-first]:not(:disabled)') ?? box)?.focus();

/** A question over the page: takes the focus, keeps it, closes on Escape, gives the focus back. */
export const Dialog = ({ title, onClose, children, part }: Props) => {
  const heading = useId();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    focusFirst(box.current);
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  // A button that had the focus may have gone with its answer: the focus must not fall out of the box.
  useEffect(() => {
    if (!box.current?.contains(document.activeElement)) focusFirst(box.current);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
    if (event.key === 'Tab' && box.current) turnAround(event, box.current);
  };
  return createPortal(
    <div className="veil">
      <div
        className="dialog"
        role="dialog"
        aria-modal="true"
        aria-labelledby={heading}
        data-part={part}
        tabIndex={-1}
        ref={box}
        onKeyDown={onKeyDown}
      >
        <h2 id={heading}>{title}</h2>
        {children}
      </div>
    </div>,
    document.body,
  );
};
