import { formatInstant } from '@tongcheng/shared/time';
import type { VenueRow } from '@tongcheng/shared/venues/wire';
import Button from 'antd/es/button';
import { useOfficial } from '../../client/official-context';
import { DetailsDrawer } from '../../kit/details-drawer';
import { CopyButton } from '../../ui/copy-button';
import { type Say, useSpeech } from '../../ui/language';
import { QrCode } from '../../ui/qr-code';
import type { CodeChange } from './change-code-dialog';
import { venueTexts } from './texts';
import { venueTableColumns } from './venue-columns';

interface Props {
  readonly venue: VenueRow;
  readonly onChange: (change: CodeChange) => void;
  readonly onClose: () => void;
}

/** What is known of the codes that the venue had: which issue this one is, since when, and why it is out of use. */
const historyText = ({ code }: VenueRow, say: Say): string => {
  const issue = say(code.generation === 0 ? venueTexts.firstIssue : venueTexts.issueSince, {
    n: code.generation + 1,
    time: formatInstant(code.issuedAt, 'YYYY-MM-DD HH:mm'),
  });
  if (!code.revoked) return issue;
  return `${issue} ${say(venueTexts.revokedFor, { reason: code.revokedReason ?? '—' })}`;
};

const Acts = ({ changes, onChange }: Pick<Props, 'onChange'> & { readonly changes: readonly CodeChange[] }) => {
  const { say } = useSpeech();
  return (
    <div className="drawer-acts">
      {changes.map((change) => (
        <Button key={change} data-act={change} onClick={() => onChange(change)}>
          {say(venueTexts[change])}
        </Button>
      ))}
    </div>
  );
};

/** What this official may do with the code. */
const useChanges = ({ code }: VenueRow): readonly CodeChange[] => {
  const { may } = useOfficial();
  return [
    ...(may('venues.replace-code') ? (['replace'] as const) : []),
    ...(may('venues.revoke-code') && !code.revoked ? (['revoke'] as const) : []),
  ];
};

/** A venue with its posted code as it is now, what became of the codes before, and what may be done with it. */
export const VenueDrawer = ({ venue, onChange, onClose }: Props) => {
  const { say } = useSpeech();
  const { code } = venue;
  const changes = useChanges(venue);
  const title = say(venueTexts.showTitle, { name: say(venue.name) });
  const picture = code.revoked ? (
    <span>{say(venueTexts.revoked)}</span>
  ) : (
    <div className="qr-frame">
      <QrCode payload={code.link} label={title} />
    </div>
  );
  const link = (
    <>
      <code className="whole">{code.link}</code> <CopyButton text={code.link} />
    </>
  );
  const lines = [
    { name: say(venueTexts.code), value: picture },
    ...venueTableColumns(say)
      .filter(({ id }) => id !== 'state')
      .map(({ name, text }) => ({ name: say(name), value: text(venue, say) })),
    { name: say(venueTexts.history), value: historyText(venue, say) },
    { name: say(venueTexts.link), value: link },
    ...(changes.length > 0 ? [{ name: say(venueTexts.act), value: <Acts {...{ changes, onChange }} /> }] : []),
  ];
  return <DetailsDrawer title={title} lines={lines} onClose={onClose} />;
};
