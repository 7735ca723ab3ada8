import { flagWords } from '@tongcheng/shared/reports/words';
import { formatInstant, minuteMs } from '@tongcheng/shared/time';
import type { InferredEnd } from '@tongcheng/shared/tracing/traced-ride';
import type { IndexRide, NamedMatch } from '@tongcheng/shared/tracing/wire';
import type { Say } from '../../../ui/language';
import { inferredByTexts, matchGroundTexts, tracedModeTexts } from '../meaning-texts';
import { namesTexts as texts } from '../texts';

/** Where it was: the vehicle, carriage or ship as it is called, and its mode. */
export const whereText = ({ mode, place, placeId }: Pick<NamedMatch, 'mode' | 'place' | 'placeId'>, say: Say): string =>
  `${say(tracedModeTexts[mode])} ${place ? say(place) : placeId}`;

/** From when to when, and how long that is; of a taxi's next rides, how long after the alighting. */
export const whenText = ({ from, to, restsOn }: NamedMatch, say: Say): string => {
  const minutes = Math.round((to - from) / minuteMs);
  const long =
    restsOn === 'interval'
      ? say(texts.afterwards, { n: minutes })
      : minutes < 1
        ? say(texts.underMinute)
        : say(texts.minutes, { n: minutes });
  return `${formatInstant(from, 'MM-DD HH:mm')}–${formatInstant(to, 'HH:mm')} · ${long}`;
};

/** On what it rests, with the stretches where they are known. */
export const groundText = ({ restsOn, stretches }: NamedMatch, say: Say): string =>
  [say(matchGroundTexts[restsOn]), ...(stretches === undefined ? [] : [say(texts.stretches, { n: stretches })])].join(
    ' · ',
  );

type WireEnd = NamedMatch['inferred']['index'][number];

const endText = ({ end, by }: InferredEnd | WireEnd, say: Say): string =>
  `${say(texts[end])} ${say(inferredByTexts[by])}`;

/** Which ends of a ride no scan proves, and by what rule they were inferred. */
export const rideInferredTexts = (ends: readonly WireEnd[], say: Say): readonly string[] =>
  ends.map((end) => endText(end, say));

/** Which ends no scan proves, of whose ride, and by what rule they were inferred. */
export const inferredTexts = ({ inferred: { index, exposed } }: NamedMatch, say: Say): readonly string[] => [
  ...index.map((end) => `${say(texts.ofIndex)} ${endText(end, say)}`),
  ...exposed.map((end) => `${say(texts.ofExposed)} ${endText(end, say)}`),
];

/** Doubts about the scans of a ride. */
export const rideDoubtTexts = ({ flags }: Pick<IndexRide, 'flags'>, say: Say): readonly string[] =>
  flags.map((flag) => say(flagWords[flag]));

/** Doubts about scans, and companions whom nobody knows. */
export const doubtTexts = ({ flags, companions }: NamedMatch, say: Say): readonly string[] => [
  ...rideDoubtTexts({ flags }, say),
  ...(companions > 0 ? [say(texts.companions, { n: companions })] : []),
];
