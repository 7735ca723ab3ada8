import type { Answer } from '@tongcheng/shared/client';
import { documentWords } from '@tongcheng/shared/reports/words';
import { useEffect, useRef } from 'react';
import { useSpeech } from '../../ui/language';
import { appealSectionTexts } from './texts';

interface Props {
  readonly opened: Extract<Answer<'appeals.open-appeal'>, { readonly ok: true }>['value'];
}

/** What the rider wrote and who they are; takes the focus, so that it is read where the question stood. */
export const OpenedAppeal = ({ opened: { text, note, person } }: Props) => {
  const { say } = useSpeech();
  const list = useRef<HTMLDListElement>(null);
  useEffect(() => list.current?.focus(), []);
  const { words, rider, document, phone, outcome, forgotten, earlierNote } = appealSectionTexts;
  const lines = [
    [words, text],
    [rider, person ? person.name : say(forgotten)],
    ...(person
      ? [
          [document, `${say(documentWords[person.documentKind])} ${person.maskedDocument}`] as const,
          [phone, person.phone] as const,
        ]
      : []),
    ...(note === undefined ? [] : [[outcome, say(earlierNote, { note })] as const]),
  ] as const;
  return (
    <dl className="facts" data-part="opened" tabIndex={-1} ref={list}>
      {lines.map(([name, value]) => (
        <div key={name.en}>
          <dt>{say(name)}</dt>
          <dd className={name === words ? 'rider-words' : undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  );
};
