import { useEffect, useId, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import type { Section } from '../../client/section';
import { inGroups } from '../../client/section-group-texts';
import { useSpeech } from '../../ui/language';
import { oversightTexts } from './texts';

interface Props {
  /** The sections that this official sees. */
  readonly sections: readonly Section[];
  /** In a menu over the page: a choice takes the menu's place in the history, and is told. */
  readonly onChosen?: () => void;
}

/** The sections under what officials look for; groups of which nothing is seen are left out. */
export const SectionNav = ({ sections, onChosen }: Props) => {
  const { say } = useSpeech();
  const nav = useRef<HTMLElement>(null);
  const [place] = useLocation();
  // A long menu scrolls in itself: the line that is open is brought into view.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another section opens
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView?.({ block: 'nearest' });
  }, [place]);
  return (
    <nav ref={nav} className="section-nav" aria-label={say(oversightTexts.sections)}>
      {inGroups(sections).map(({ id, name, own }) => (
        <Group key={id} name={say(name)} sections={own} {...(onChosen && { onChosen })} />
      ))}
    </nav>
  );
};

const Group = ({ name, sections, onChosen }: Props & { readonly name: string }) => {
  const { say } = useSpeech();
  const [place] = useLocation();
  const heading = useId();
  return (
    <>
      <p id={heading}>{name}</p>
      <ul aria-labelledby={heading}>
        {sections.map((section) => {
          const isOpen = place === section.path;
          return (
            <li key={section.path}>
              <Link
                href={section.path}
                replace={onChosen !== undefined}
                aria-current={isOpen ? 'page' : undefined}
                data-first={isOpen ? '' : undefined}
                onClick={onChosen}
              >
                {say(section.name)}
              </Link>
            </li>
          );
        })}
      </ul>
    </>
  );
};
