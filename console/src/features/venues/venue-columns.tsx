import { formatInstant } from '@tongcheng/shared/time';
import type { VenueRow } from '@tongcheng/shared/venues/wire';
import type { TableColumn } from '../../kit/table-view';
import type { Say } from '../../ui/language';
import { modeTexts, venueKindTexts } from '../../ui/mode-texts';
import { venueTexts } from './texts';

const texts = venueTexts;

const stateText = ({ code }: VenueRow, say: Say): string => {
  const state = say(code.revoked ? texts.revoked : texts.valid);
  return code.generation > 0 ? `${state} ${say(texts.generation, { n: code.generation + 1 })}` : state;
};

const State = ({ venue, say }: { readonly venue: VenueRow; readonly say: Say }) => (
  <span className="state">
    {venue.code.revoked ? <mark>{say(texts.revoked)}</mark> : <span>{say(texts.valid)}</span>}
    {venue.code.generation > 0 && (
      <span className="hint">{say(texts.generation, { n: venue.code.generation + 1 })}</span>
    )}
  </span>
);

/** The columns of a city's venues. */
export const venueTableColumns = (say: Say): readonly TableColumn<VenueRow>[] => [
  { id: 'name', name: texts.name, text: ({ name }) => say(name), order: ({ name }) => say(name), kind: 'head' },
  {
    id: 'short',
    name: texts.shortCode,
    text: ({ code }) => code.shortCode,
    cell: ({ code }) => <code>{code.shortCode}</code>,
    order: ({ code }) => code.shortCode,
  },
  {
    id: 'state',
    name: texts.code,
    text: (venue) => stateText(venue, say),
    cell: (venue) => <State venue={venue} say={say} />,
    order: ({ code }) => `${code.revoked} ${code.generation}`,
  },
  { id: 'mode', name: texts.mode, text: ({ mode }) => say(modeTexts[mode]), order: ({ mode }) => mode },
  { id: 'kind', name: texts.kind, text: ({ kind }) => say(venueKindTexts[kind]), order: ({ kind }) => kind },
  {
    id: 'line',
    name: texts.lineName,
    text: ({ lineName }) => (lineName ? say(lineName) : '—'),
    order: ({ lineName }) => (lineName ? say(lineName) : ''),
  },
  { id: 'plate', name: texts.plate, text: ({ plate }) => plate ?? '—', order: ({ plate }) => plate ?? '' },
  {
    id: 'issued',
    name: texts.issuedAt,
    text: ({ code }) => formatInstant(code.issuedAt, 'YYYY-MM-DD'),
    order: ({ code }) => code.issuedAt,
  },
];
