import type { StaffRole } from '@tongcheng/shared/access';
import type { ExceptionReason, RefusalReason } from '@tongcheng/shared/rides/boarding-reasons';
import type { FeedScan } from '@tongcheng/shared/rides/wire';
import type { Text } from '@tongcheng/shared/text';
import type { Instant } from '@tongcheng/shared/time';
import type { VenueView } from '@tongcheng/shared/venues/wire';
import type { ComponentType } from 'react';
import { type StaffEndpoint, staffMay } from '../client/permissions';
import { AssistedScanDialog } from './assisted-scan-dialog';
import { assistedScanTexts } from './assisted-scan-texts';
import { CheckDialog } from './check-dialog';
import { ConfirmRiderDialog } from './confirm-rider-dialog';
import { confirmTexts } from './confirm-rider-texts';
import { LetOnDialog } from './let-on-dialog';
import { RefuseDialog } from './refuse-dialog';
import { verifyTexts } from './texts';

/** What the dialog of an action is given. */
interface StaffActionProps {
  readonly venue: VenueView;
  /** The scan that stands large, if one does. */
  readonly item: FeedScan | undefined;
  /** The server's time. */
  readonly now: () => Instant;
  readonly makeId: (at: Instant) => string;
  readonly onRefused: (reason: RefusalReason, at: Instant) => void;
  readonly onLetOn: (reason: ExceptionReason, at: Instant) => void;
  readonly onRegistered: (item: FeedScan) => void;
  readonly onClose: () => void;
}

/** Something that staff can do at the screen, declared once: its button, its key and whose screen has it follow. */
export interface StaffAction {
  /** As its button is named in the page: `<id>-button`. */
  readonly id: 'refuse' | 'enter' | 'check' | 'let-on' | 'confirm';
  /** What it calls. Whoever may call it has the button: there is no list of roles. */
  readonly endpoint: StaffEndpoint;
  readonly name: Text;
  /** The key that opens it. */
  readonly key: string;
  /** Under the verdict, or among what is needed seldom. */
  readonly place: 'verdict' | 'toolbar';
  readonly Dialog: ComponentType<StaffActionProps>;
}

/** Every action, in the order of their buttons. */
export const staffActions: readonly StaffAction[] = [
  {
    id: 'refuse',
    endpoint: 'rides.record-refusal',
    name: verifyTexts.refuse,
    key: 'r',
    place: 'verdict',
    Dialog: ({ venue, item, now, makeId, onRefused, onClose }) => (
      <RefuseDialog
        venueId={venue.venueId}
        item={item}
        makeId={() => makeId(now())}
        onRecorded={onRefused}
        onClose={onClose}
      />
    ),
  },
  {
    id: 'enter',
    endpoint: 'rides.register-for',
    name: assistedScanTexts.open,
    key: 'e',
    place: 'verdict',
    Dialog: AssistedScanDialog,
  },
  {
    id: 'check',
    endpoint: 'rides.check-live-code',
    name: verifyTexts.checkTitle,
    key: 'c',
    place: 'toolbar',
    Dialog: ({ venue, onClose }) => <CheckDialog venueId={venue.venueId} onClose={onClose} />,
  },
  {
    id: 'let-on',
    endpoint: 'rides.record-exception',
    name: verifyTexts.letOn,
    key: 'o',
    place: 'toolbar',
    Dialog: ({ venue, item, now, makeId, onLetOn, onClose }) => (
      <LetOnDialog
        venueId={venue.venueId}
        item={item}
        makeId={() => makeId(now())}
        onRecorded={onLetOn}
        onClose={onClose}
      />
    ),
  },
  {
    id: 'confirm',
    endpoint: 'identity.confirm-rider',
    name: confirmTexts.open,
    key: 'p',
    place: 'toolbar',
    Dialog: ({ now, onClose }) => <ConfirmRiderDialog now={now} onClose={onClose} />,
  },
];

/** What somebody with a role can do. */
export const staffActionsOf = (role: StaffRole): readonly StaffAction[] =>
  staffActions.filter(({ endpoint }) => staffMay(role, endpoint));
