import { formatInstant, type Instant } from '@tongcheng/shared/time';
import { Link } from 'wouter';
import type { MorningKind, MorningLine } from '../../client/morning';
import type { Finding } from '../../client/morning-sections';
import { useSpeech } from '../../ui/language';
import { morningKindTexts, morningTexts } from './morning-texts';

/** A line as it is shown, with the section that told it. */
export interface ShownLine extends MorningLine {
  readonly key: string;
}

/** What the sections told; one that could not be asked is itself something wrong. */
export const shownLines = (findings: readonly Finding[]): readonly ShownLine[] =>
  findings.flatMap(({ city, section, reply }): readonly ShownLine[] => {
    const key = `${city} ${section.path}`;
    if (reply.ok) return reply.value.map((line) => ({ ...line, key: `${key} ${line.id}` }));
    const { failure } = reply;
    const words: MorningLine['words'] = (say) =>
      say(morningTexts.notSeen, { section: say(section.name), why: say(failure) });
    return [{ id: 'not-seen', key, kind: 'wrong', words, to: section.path }];
  });

/** Until when a line has to be done. */
const By = ({ by, now }: { readonly by: Instant; readonly now: Instant }) => {
  const { say } = useSpeech();
  const time = formatInstant(by, 'MM-DD HH:mm');
  return <span className="hint">{say(by < now ? morningTexts.late : morningTexts.by, { time })}</span>;
};

interface Props {
  readonly kind: MorningKind;
  readonly lines: readonly ShownLine[];
  readonly now: Instant;
}

/** One part of the morning page; nothing where there is nothing of it. */
export const MorningLines = ({ kind, lines, now }: Props) => {
  const { say } = useSpeech();
  const ofKind = lines.filter((line) => line.kind === kind);
  if (ofKind.length === 0) return null;
  return (
    <section className="sheet" data-kind={kind}>
      <h2>{say(morningKindTexts[kind])}</h2>
      <ul className="morning-lines">
        {ofKind.map(({ key, id, words, to, by }) => (
          <li key={key} data-line={id}>
            <Link href={to}>{words(say)}</Link>
            {by !== undefined && <By by={by} now={now} />}
          </li>
        ))}
      </ul>
    </section>
  );
};
