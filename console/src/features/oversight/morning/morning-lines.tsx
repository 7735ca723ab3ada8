import { formatInstant, type Instant } from '@tongcheng/shared/time';
import { Link } from 'wouter';
import type { MorningKind } from '../../../client/morning';
import { useSpeech } from '../../../ui/language';
import { morningKindTexts, morningTexts } from './morning-texts';
import type { ShownLine } from './told-lines';

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
