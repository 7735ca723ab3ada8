import { formatInstant } from '@tongcheng/shared/time';
import type { VenueRow } from '@tongcheng/shared/venues/wire';
import { useOfficial } from '../../client/official-context';
import { useSpeech } from '../../ui/language';
import { modeTexts, venueKindTexts } from '../../ui/mode-texts';
import { Empty } from '../../ui/placeholders';
import { venueTexts } from './texts';
import type { VenueSelection } from './use-selection';

/** What an official may do to one venue's code. */
export type CodeAction = 'show' | 'replace' | 'revoke';

interface Props {
  readonly venues: readonly VenueRow[];
  readonly selection: VenueSelection;
  readonly onAction: (venue: VenueRow, act: CodeAction) => void;
}

const Actions = ({ venue, onAction }: { readonly venue: VenueRow; readonly onAction: Props['onAction'] }) => {
  const { say } = useSpeech();
  const { may } = useOfficial();
  return (
    <>
      <button type="button" className="small" data-act="show" onClick={() => onAction(venue, 'show')}>
        {say(venueTexts.show)}
      </button>
      {may('venues.replace-code') && (
        <button type="button" className="small" data-act="replace" onClick={() => onAction(venue, 'replace')}>
          {say(venueTexts.replace)}
        </button>
      )}
      {may('venues.revoke-code') && !venue.code.revoked && (
        <button type="button" className="small" data-act="revoke" onClick={() => onAction(venue, 'revoke')}>
          {say(venueTexts.revoke)}
        </button>
      )}
    </>
  );
};

const VenueLine = ({
  venue,
  selection,
  onAction,
}: {
  venue: VenueRow;
  selection: VenueSelection;
  onAction: Props['onAction'];
}) => {
  const { say } = useSpeech();
  const { code } = venue;
  return (
    <tr data-venue={venue.venueId} data-revoked={code.revoked}>
      <td className="check">
        <input
          type="checkbox"
          aria-label={say(venueTexts.choose, { name: say(venue.name) })}
          checked={selection.chosen.has(venue.venueId)}
          onChange={(event) => selection.set([venue], event.currentTarget.checked)}
        />
      </td>
      <th scope="row">{say(venue.name)}</th>
      <td>
        <code>{code.shortCode}</code>
      </td>
      <td>
        {code.revoked ? <mark>{say(venueTexts.revoked)}</mark> : <span>{say(venueTexts.valid)}</span>}
        {code.generation > 0 && (
          <span className="hint">{` ${say(venueTexts.generation, { n: code.generation + 1 })}`}</span>
        )}
      </td>
      <td>{say(modeTexts[venue.mode])}</td>
      <td>{say(venueKindTexts[venue.kind])}</td>
      <td>{venue.lineName ? say(venue.lineName) : '—'}</td>
      <td>{venue.plate ?? '—'}</td>
      <td>{formatInstant(code.issuedAt, 'YYYY-MM-DD')}</td>
      <td className="act-cell">
        <Actions venue={venue} onAction={onAction} />
      </td>
    </tr>
  );
};

/** Venues with the state of their codes; the box before each chooses it for stickers or an invitation. */
export const VenueTable = ({ venues, selection, onAction }: Props) => {
  const { say } = useSpeech();
  if (venues.length === 0) return <Empty text={venueTexts.empty} />;
  const { name, mode, kind, lineName, plate, shortCode, code, issuedAt } = venueTexts;
  return (
    <div className="scroll" data-part="venues">
      <table>
        <thead>
          <tr>
            <th scope="col" className="check">
              <input
                type="checkbox"
                aria-label={say(venueTexts.choosePage)}
                checked={venues.every((venue) => selection.chosen.has(venue.venueId))}
                onChange={(event) => selection.set(venues, event.currentTarget.checked)}
              />
            </th>
            {[name, shortCode, code, mode, kind, lineName, plate, issuedAt].map((text) => (
              <th key={text.en} scope="col">
                {say(text)}
              </th>
            ))}
            <th scope="col" className="act-cell">
              {say(venueTexts.act)}
            </th>
          </tr>
        </thead>
        <tbody>
          {venues.map((venue) => (
            <VenueLine key={venue.venueId} venue={venue} selection={selection} onAction={onAction} />
          ))}
        </tbody>
      </table>
    </div>
  );
};
