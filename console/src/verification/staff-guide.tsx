import type { CityView } from '@tongcheng/shared/venues/wire';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { QueryState } from '../client/use-query';
import { useCloseOnBack } from '../platform/back-key';
import { GuideQuestions } from '../ui/guide-questions';
import { guideTexts } from '../ui/guide-texts';
import { useSpeech } from '../ui/language';
import { QueryView } from '../ui/query-view';
import { TextField } from '../ui/text-field';
import { uiTexts } from '../ui/texts';

interface Props {
  readonly query: QueryState<CityView> & { readonly refetch: () => void };
  readonly onClose: () => void;
}

/** Takes the focus without opening a tablet's keyboard, and gives it back to what opened the guide. */
const useBorrowedFocus = () => {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    place.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return place;
};

/**
 * W-30: the guide for staff, over the list and never over the verdict: it asks nothing, so whoever reads it still sees who
 * scans. Closes by its button, by Back and by Escape, also while a word is being typed.
 */
export const StaffGuide = ({ query, onClose }: Props) => {
  const { say } = useSpeech();
  const heading = useId();
  const place = useBorrowedFocus();
  const [typed, setTyped] = useState('');
  useCloseOnBack(onClose);
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') onClose();
  };
  return (
    <section
      className="staff-guide"
      role="dialog"
      aria-labelledby={heading}
      data-part="staff-guide"
      tabIndex={-1}
      ref={place}
      onKeyDown={onKeyDown}
    >
      <header className="staff-guide-head">
        <h2 id={heading}>{say(guideTexts.title)}</h2>
        <button type="button" data-part="guide-close" onClick={onClose}>
          {say(uiTexts.close)}
        </button>
      </header>
      <QueryView query={query} lines={4}>
        {(city) => (
          <>
            <TextField
              label={say(guideTexts.search)}
              name="guide-search"
              noHint="narrows"
              type="search"
              value={typed}
              onChange={setTyped}
              autoComplete="off"
              maxLength={40}
              optional
            />
            <GuideQuestions city={city} typed={typed} audience="staff" />
            <a className="guide-hotline" href={`tel:${city.hotline}`}>
              {say(guideTexts.hotline, { number: city.hotline })}
            </a>
          </>
        )}
      </QueryView>
    </section>
  );
};
