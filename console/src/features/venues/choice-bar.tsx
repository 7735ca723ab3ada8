import type { VenueRow } from '@tongcheng/shared/venues/wire';
import Button from 'antd/es/button';
import { useOfficial } from '../../client/official-context';
import { useSpeech } from '../../ui/language';
import type { CodeChange } from './change-code-dialog';
import { codeChangeTexts, invitationTexts, venueTexts } from './texts';

/** What can be done with the venues chosen. */
export type ChoiceAct = CodeChange | 'sticker' | 'poster' | 'invite';

interface Props {
  readonly venues: readonly VenueRow[];
  readonly onAct: (act: ChoiceAct) => void;
  readonly onClear: () => void;
}

const maxInvited = 50;

/** How many venues are chosen, and what can be done with them together. */
export const ChoiceBar = ({ venues, onAct, onClear }: Props) => {
  const { say } = useSpeech();
  const { may } = useOfficial();
  const tooMany = venues.length > maxInvited;
  const noCode = venues.every(({ code }) => code.revoked);
  return (
    <div className="choice-bar" data-part="choice">
      <strong>{say(venueTexts.chosen, { count: venues.length })}</strong>
      {may('venues.print-stickers') && (
        <>
          <Button type="primary" data-act="print" disabled={noCode} onClick={() => onAct('sticker')}>
            {say(venueTexts.print)}
          </Button>
          <Button data-act="print-posters" disabled={noCode} onClick={() => onAct('poster')}>
            {say(venueTexts.printPosters)}
          </Button>
        </>
      )}
      {may('oversight.create-invitation') && (
        <Button
          data-act="invite"
          disabled={tooMany}
          title={tooMany ? say(invitationTexts.tooMany, { most: maxInvited }) : undefined}
          onClick={() => onAct('invite')}
        >
          {say(invitationTexts.invite)}
        </Button>
      )}
      {may('venues.replace-code') && (
        <Button data-act="replace-all" onClick={() => onAct('replace')}>
          {say(codeChangeTexts.replace.act)}
        </Button>
      )}
      {may('venues.revoke-code') && (
        <Button data-act="revoke-all" disabled={noCode} onClick={() => onAct('revoke')}>
          {say(codeChangeTexts.revoke.act)}
        </Button>
      )}
      <Button type="text" onClick={onClear}>
        {say(venueTexts.clear)}
      </Button>
    </div>
  );
};
