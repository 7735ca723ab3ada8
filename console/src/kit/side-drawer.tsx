import Drawer from 'antd/es/drawer';
import { type ReactNode, useEffect, useRef } from 'react';
import { useCloseOnBack } from '../platform/back-key';

interface Props {
  readonly title: string;
  /** Its name for tests. */
  readonly part: string;
  readonly onClose: () => void;
  /** For something that is compared side by side. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** The focus goes back to where it was when the drawer opened: the drawer is gone at once, before the kit would see to it. */
const useFocusBack = (): void => {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
};

const firstField = 'input:not(:disabled):not([type="hidden"]), select, textarea, [data-first]:not(:disabled)';

/** Something beside the page: it takes the focus, to its first field where it has one; Escape and Back close it. */
export const SideDrawer = ({ title, part, onClose, isWide = false, children }: Props) => {
  useFocusBack();
  useCloseOnBack(onClose);
  return (
    <Drawer
      open
      title={title}
      onClose={onClose}
      size={isWide ? 'min(64rem, 100vw)' : 'min(36rem, 100vw)'}
      autoFocus={false}
    >
      <FocusedFirst part={part}>{children}</FocusedFirst>
    </Drawer>
  );
};

const FocusedFirst = ({ part, children }: Pick<Props, 'part' | 'children'>) => {
  const inside = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const first = inside.current?.querySelector<HTMLElement>(firstField);
    (first ?? inside.current)?.focus();
  }, []);
  return (
    <div className="drawer-body" data-part={part} tabIndex={-1} ref={inside}>
      {children}
    </div>
  );
};
