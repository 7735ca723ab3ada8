import { formatInstant } from '@tongcheng/shared/time';
import type { Measure, MeasureRow } from '@tongcheng/shared/tracing/measures';
import type { Say } from '../../../ui/language';
import { useSpeech } from '../../../ui/language';
import { useOfficialName } from '../../../ui/official-name';
import { type CaseFact, FactList } from '../fact-list';
import { certaintyTexts, lawTexts } from '../meaning-texts';
import { tracingTexts } from '../texts';
import {
  endReasonText,
  measureStateTexts,
  measuresTexts as texts,
  tracePurposeTexts,
  traceRecipientTexts,
} from './measure-texts';

const clock = 'YYYY-MM-DD HH:mm';
const shownOfDigest = 12;

/** What exactly is asked for. */
function askedFacts(measure: Measure, say: Say): readonly CaseFact[] {
  switch (measure.kind) {
    case 'notify':
      return [[texts.atLeast, say(texts.atLeastOf, { certainty: say(certaintyTexts[measure.atLeast]) })]];
    case 'extract':
      return [
        [texts.recipient, say(traceRecipientTexts[measure.recipient])],
        [texts.receiver, measure.receiver],
        [texts.purpose, say(tracePurposeTexts[measure.purpose])],
        [tracingTexts.law, say(lawTexts[measure.legalBasis])],
      ];
    case 'hold':
    case 'delay':
      return [
        [texts.until, measure.until],
        [tracingTexts.law, say(lawTexts[measure.legalBasis])],
        [texts.reason, measure.reason],
      ];
    case 'take-over':
    case 'end-hold':
    case 'second-step':
      return [[texts.reason, measure.reason]];
  }
}

/** A measure: exactly what is asked, by whom, how it was decided, and where it stands. */
export const MeasureFacts = ({ row }: { readonly row: MeasureRow }) => {
  const { say } = useSpeech();
  const nameOf = useOfficialName();
  const byAt = (name: string, at: number) =>
    say(tracingTexts.byAt, { name: nameOf(name), at: formatInstant(at, clock) });
  const { state, askedBy, askedAt, expiresAt, digest, decidedBy, decidedAt, holdsUntil, progress } = row;
  const facts: CaseFact[] = [
    [tracingTexts.state, say(measureStateTexts[state])],
    ...askedFacts(row.measure, say),
    [tracingTexts.asked, byAt(askedBy, askedAt)],
    [tracingTexts.mark, digest.slice(0, shownOfDigest)],
  ];
  if (state === 'open') facts.push([tracingTexts.expires, formatInstant(expiresAt, clock)]);
  if (decidedBy !== undefined && decidedAt !== undefined)
    facts.push([tracingTexts.decided, byAt(decidedBy, decidedAt)]);
  if (state === 'approved' && holdsUntil !== undefined)
    facts.push([texts.holdsUntil, formatInstant(holdsUntil, clock)]);
  if (row.endedBy !== undefined && row.endedAt !== undefined) facts.push([texts.ended, byAt(row.endedBy, row.endedAt)]);
  if (row.endReason !== undefined) facts.push([texts.endedBecause, say(endReasonText(row.endReason))]);
  if (progress) facts.push([texts.progress, say(texts.progressOf, progress)]);
  return <FactList facts={facts} />;
};
