import { formatInstant } from '@tongcheng/shared/time';
import type { TraceCounts, TraceRequestRow } from '@tongcheng/shared/tracing/wire';
import { formatList } from '../../ui/format';
import { useSpeech } from '../../ui/language';
import { useOfficialName } from '../../ui/official-name';
import { type CaseFact, FactList } from './fact-list';
import { requestStateTexts, tracedModeTexts } from './meaning-texts';
import { tracingTexts as texts } from './texts';

const markLength = 12;
const whole = 'YYYY-MM-DD HH:mm';

/** The counts in a line. */
const useCountLine = (): ((counts: TraceCounts) => string) => {
  const { say, language } = useSpeech();
  return ({ exposed }) =>
    exposed.length === 0
      ? say(texts.nobody)
      : formatList(
          exposed.map(({ day, mode, riders }) =>
            say(texts.countLine, { day, mode: say(tracedModeTexts[mode]), riders }),
          ),
          language,
        );
};

/** What exactly is asked for, by whom, until when it waits; how it was decided, and until when names are open. */
export const RequestFacts = ({ request }: { readonly request: TraceRequestRow }) => {
  const { say } = useSpeech();
  const nameOf = useOfficialName();
  const countLine = useCountLine();
  const { state, requestedBy, requestedAt, expiresAt, counts, digest, decidedBy, decidedAt, opensUntil } = request;
  const byAt = (who: string, at: number) => say(texts.byAt, { name: nameOf(who), at: formatInstant(at, whole) });
  const decided: readonly CaseFact[] =
    decidedBy === undefined || decidedAt === undefined ? [] : [[texts.decided, byAt(decidedBy, decidedAt)]];
  const until: readonly CaseFact[] =
    opensUntil === undefined ? [] : [[texts.openUntil, formatInstant(opensUntil, whole)]];
  return (
    <FactList
      facts={[
        [texts.state, say(requestStateTexts[state])],
        [texts.asked, byAt(requestedBy, requestedAt)],
        ...(state === 'open' ? [[texts.expires, formatInstant(expiresAt, whole)] as const] : []),
        [texts.askedCounts, countLine(counts)],
        [texts.mark, digest.slice(0, markLength)],
        ...decided,
        ...until,
      ]}
    />
  );
};
