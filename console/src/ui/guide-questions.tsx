import { searchGuide } from '@tongcheng/shared/venues/search-guide';
import type { CityView } from '@tongcheng/shared/venues/wire';
import { useId, useState } from 'react';
import { guideTexts } from './guide-texts';
import { useSpeech } from './language';
import { Empty } from './placeholders';

type Entry = NonNullable<CityView['guide']>[number];

/** Questions that open at a touch, each button tied to its answer. A search that leaves one question opens it. */
export const GuideQuestions = ({ city, typed, audience }: Props) => {
  const { say } = useSpeech();
  const [open, setOpen] = useState<string>();
  const entries = (city.guide ?? []).filter((entry) => entry.audience === audience);
  const found = searchGuide(entries, typed);
  if (entries.length === 0) return <Empty text={guideTexts.none} />;
  if (found.length === 0)
    return (
      <p className="empty" role="status">
        {say(guideTexts.nothingFound, { number: city.hotline })}
      </p>
    );
  return (
    <ul className="guide-questions" data-part="guide-questions" data-audience={audience}>
      {found.map((entry) => (
        <Question
          key={entry.id}
          entry={entry}
          isOpen={found.length === 1 || entry.id === open}
          onTouch={() => setOpen(entry.id === open ? undefined : entry.id)}
        />
      ))}
    </ul>
  );
};

interface Props {
  readonly city: CityView;
  readonly typed: string;
  readonly audience: Entry['audience'];
}

const Question = ({ entry, isOpen, onTouch }: QuestionProps) => {
  const { say } = useSpeech();
  const answerId = useId();
  return (
    <li data-entry={entry.id}>
      <button
        type="button"
        className="guide-question"
        aria-expanded={isOpen}
        aria-controls={answerId}
        onClick={onTouch}
      >
        {say(entry.question)}
      </button>
      <p className="guide-answer" id={answerId} hidden={!isOpen}>
        {say(entry.answer)}
      </p>
    </li>
  );
};

interface QuestionProps {
  readonly entry: Entry;
  readonly isOpen: boolean;
  readonly onTouch: () => void;
}
