import { staffRoleWords } from '@tongcheng/shared/reports/words';
import type { LineQuality, PlaceQuality, QualityCounts, StaffQuality } from '@tongcheng/shared/rides/quality';
import type { Text } from '@tongcheng/shared/text';
import type { TableColumn } from '../../kit/table-view';
import { formatCount } from '../../ui/format';
import type { Say } from '../../ui/language';
import { modeTexts } from '../../ui/mode-texts';
import { qualityTexts } from './quality-texts';

/** A count with its share of all, which is what lines and vehicles are compared by. */
const shareWords = (count: number, of: number): string =>
  of === 0 ? formatCount(count) : `${formatCount(count)} (${Math.round((count / of) * 100)} %)`;

const byOthers = ({ byStaff, byFamily }: QualityCounts): number => byStaff + byFamily;
const share = (count: number, of: number): number => (of === 0 ? 0 : count / of);

/** Below so many rides or scans a share says nothing. */
const enough = 20;

/** What the operator can do about the worst of it; nothing where all is as it should be. */
export function adviceFor(counts: QualityCounts): Text {
  const { rides, scans, missingEnds, missingEntries, repeats } = counts;
  if (rides >= enough && share(missingEnds, rides) > 0.2) return qualityTexts.endsAdvice;
  if (rides >= enough && share(missingEntries, rides) > 0.1) return qualityTexts.entriesAdvice;
  if (scans >= enough && share(repeats, scans) > 0.1) return qualityTexts.repeatsAdvice;
  if (scans >= enough && share(byOthers(counts), scans) > 0.3) return qualityTexts.othersAdvice;
  return qualityTexts.fine;
}

const lineName = ({ line, lineId }: LineQuality, say: Say): string => (line ? say(line) : (lineId ?? '—'));
const placeName = ({ name, plate, venueId }: PlaceQuality, say: Say): string => plate ?? (name ? say(name) : venueId);

/** Columns of counts, whatever they are counted by. */
const countColumns = <R extends { readonly counts: QualityCounts }>(say: Say): readonly TableColumn<R>[] => [
  {
    id: 'rides',
    name: qualityTexts.rides,
    text: ({ counts }) => formatCount(counts.rides),
    order: ({ counts }) => counts.rides,
    kind: 'number',
  },
  {
    id: 'ends',
    name: qualityTexts.missingEnds,
    text: ({ counts }) => shareWords(counts.missingEnds, counts.rides),
    order: ({ counts }) => share(counts.missingEnds, counts.rides),
    kind: 'number',
  },
  {
    id: 'entries',
    name: qualityTexts.missingEntries,
    text: ({ counts }) => shareWords(counts.missingEntries, counts.rides),
    order: ({ counts }) => share(counts.missingEntries, counts.rides),
    kind: 'number',
  },
  {
    id: 'repeats',
    name: qualityTexts.repeats,
    text: ({ counts }) => shareWords(counts.repeats, counts.scans),
    order: ({ counts }) => share(counts.repeats, counts.scans),
    kind: 'number',
  },
  {
    id: 'others',
    name: qualityTexts.byOthers,
    text: ({ counts }) => shareWords(byOthers(counts), counts.scans),
    order: ({ counts }) => share(byOthers(counts), counts.scans),
    kind: 'number',
  },
  {
    id: 'advice',
    name: qualityTexts.advice,
    text: ({ counts }) => say(adviceFor(counts)),
    order: ({ counts }) => say(adviceFor(counts)),
    kind: 'answer',
  },
];

/** Columns of lines. */
export const lineQualityColumns = (say: Say): readonly TableColumn<LineQuality>[] => [
  {
    id: 'line',
    name: qualityTexts.line,
    text: (row) => lineName(row, say),
    order: (row) => lineName(row, say),
    kind: 'head',
  },
  { id: 'mode', name: qualityTexts.mode, text: ({ mode }) => say(modeTexts[mode]), order: ({ mode }) => mode },
  ...countColumns<LineQuality>(say),
];

/** Columns of vehicles, carriages and stations. */
export const placeQualityColumns = (say: Say): readonly TableColumn<PlaceQuality>[] => [
  {
    id: 'place',
    name: qualityTexts.place,
    text: (row) => placeName(row, say),
    order: (row) => placeName(row, say),
    kind: 'head',
  },
  { id: 'line', name: qualityTexts.line, text: (row) => lineName(row, say), order: (row) => lineName(row, say) },
  ...countColumns<PlaceQuality>(say),
];

const roleOf = ({ who }: StaffQuality, say: Say): string => (who ? say(staffRoleWords[who.role]) : '—');

/** Columns of those who registered others. */
export const staffQualityColumns = (say: Say): readonly TableColumn<StaffQuality>[] => [
  {
    id: 'person',
    name: qualityTexts.person,
    text: ({ who }) => who?.name ?? say(qualityTexts.unknown),
    order: ({ who }) => who?.name ?? '',
    kind: 'head',
  },
  { id: 'role', name: qualityTexts.role, text: (row) => roleOf(row, say), order: (row) => roleOf(row, say) },
  {
    id: 'scans',
    name: qualityTexts.scans,
    text: ({ scans }) => formatCount(scans),
    order: ({ scans }) => scans,
    kind: 'number',
  },
];
