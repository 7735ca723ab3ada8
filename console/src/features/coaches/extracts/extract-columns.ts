import type { ExtractRow } from '@tongcheng/shared/coaches/extracts-api';
import { formatInstant } from '@tongcheng/shared/time';
import type { TableColumn } from '../../../kit/table-view';
import type { Say } from '../../../ui/language';
import { authorityTexts, extractStateTexts, groundTexts, extractTexts as texts } from './texts';

const short = (at: number) => formatInstant(at, 'MM-DD HH:mm');

/** Columns of requests for extracts. */
export const extractColumns = (nameOf: (who: string) => string): readonly TableColumn<ExtractRow>[] => [
  {
    id: 'asked',
    name: texts.asked,
    text: ({ requestedAt, requestedBy }) => `${short(requestedAt)} ${nameOf(requestedBy)}`,
    order: ({ requestedAt }) => requestedAt,
    kind: 'head',
  },
  {
    id: 'recipient',
    name: texts.recipient,
    text: ({ recipient, receiver }, say) => `${say(authorityTexts[recipient])} · ${receiver}`,
  },
  { id: 'content', name: texts.content, text: (row, say) => contentWords(row, say) },
  { id: 'ground', name: texts.ground, text: ({ legalBasis }, say) => say(groundTexts[legalBasis]) },
  { id: 'why', name: texts.why, text: ({ purpose }) => purpose },
  {
    id: 'state',
    name: texts.state,
    text: ({ state, expiresAt, opensUntil }, say) => {
      const until = state === 'open' ? expiresAt : state === 'approved' ? opensUntil : undefined;
      const words = say(extractStateTexts[state]);
      return until === undefined ? words : `${words} ${say(texts.until, { at: short(until) })}`;
    },
    order: ({ state }) => state,
  },
  {
    id: 'decided',
    name: texts.decided,
    text: ({ decidedAt, decidedBy }) =>
      decidedAt === undefined || decidedBy === undefined ? '' : `${short(decidedAt)} ${nameOf(decidedBy)}`,
  },
];

/** What a request asks for, in words. */
export function contentWords({ content }: Pick<ExtractRow, 'content'>, say: Say): string {
  const { of, from, to, direction, leaves, departureId, plate, serviceNumber, stationId, toCity, maskedDocument } =
    content;
  const { departsAt, trip } = content;
  const days = from === to ? from : `${from} – ${to}`;
  const isArriving = direction === 'arriving' || leaves !== undefined;
  const said = [
    isArriving ? say(texts.arriving) : undefined,
    plate,
    serviceNumber,
    stationId,
    toCity,
    maskedDocument,
    trip,
    // Requests of earlier releases say no more of a departure.
    departsAt === undefined ? departureId && `…${departureId.slice(-5)}` : undefined,
  ];
  const when = departsAt === undefined ? days : formatInstant(departsAt, 'YYYY-MM-DD HH:mm');
  return [say(texts[of]), when, ...said.filter((each) => each !== undefined)].join(' · ');
}
