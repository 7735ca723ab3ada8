import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { Section } from '../../client/section';
import { Dialog } from '../../ui/dialog';
import { useSpeech } from '../../ui/language';
import { SectionNav } from './section-nav';
import { oversightTexts } from './texts';

interface Props {
  readonly sections: readonly Section[];
  /** What else the menu holds where the head has no room for it. */
  readonly children?: ReactNode;
}

/** Where there is no room beside the page: a button that says where one is and opens the sections over the page. */
export const SectionMenu = ({ sections, children }: Props) => {
  const { say } = useSpeech();
  const [place] = useLocation();
  const [isOpen, setOpen] = useState(false);
  const here = sections.find(({ path }) => path === place);
  return (
    <>
      <button
        type="button"
        className="quiet menu-button"
        data-act="menu"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        <span aria-hidden="true">☰</span>
        <span className="visually-hidden">{say(oversightTexts.sections)}</span>
        <span>{here ? say(here.name) : say(oversightTexts.sections)}</span>
      </button>
      {isOpen && (
        <OpenMenu sections={sections} onClose={() => setOpen(false)}>
          {children}
        </OpenMenu>
      )}
    </>
  );
};

/** A touch beside an open menu closes it. */
const useCloseBeside = (onClose: () => void): void => {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const onTouch = ({ target }: Event) => {
      if (target instanceof Element && target.classList.contains('veil')) close.current();
    };
    document.addEventListener('click', onTouch);
    return () => document.removeEventListener('click', onTouch);
  }, []);
};

const OpenMenu = ({ sections, onClose, children }: Props & { readonly onClose: () => void }) => {
  const { say } = useSpeech();
  useCloseBeside(onClose);
  return (
    <Dialog title={say(oversightTexts.sections)} part="menu" isSide onClose={onClose}>
      <SectionNav sections={sections} onChosen={onClose} />
      <div className="menu-more">
        {children}
        <button type="button" className="quiet" data-act="close-menu" onClick={onClose}>
          {say(oversightTexts.closeMenu)}
        </button>
      </div>
    </Dialog>
  );
};
