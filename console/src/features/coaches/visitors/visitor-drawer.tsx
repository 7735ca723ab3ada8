import { plainText } from '@tongcheng/shared/typed-text';
import { useState } from 'react';
import { useOfficial } from '../../../client/official-context';
import { FormDrawer } from '../../../kit/form-drawer';
import { useSpeech } from '../../../ui/language';
import { TextField } from '../../../ui/text-field';
import { visitorActTexts, visitorTexts } from './texts';
import { type PostedCode, useVisitorChange } from './use-visitor-change';
import { ValidityField } from './validity-field';
import type { VisitorRow } from './visitor-rows';
import { stationName, type VisitorAct } from './visitor-table';

interface Props {
  readonly act: VisitorAct;
  readonly row: VisitorRow;
  /** With the new code, where there is one. */
  readonly onDone: (posted: PostedCode | undefined) => void;
  readonly onClose: () => void;
}

/** Posts, replaces or revokes a station's code, after saying what follows; whatever ends a posted code needs a reason. */
export const VisitorDrawer = ({ act, row, onDone, onClose }: Props) => {
  const { say } = useSpeech();
  const { city } = useOfficial();
  const [validDays, setValidDays] = useState('90');
  const [reason, setReason] = useState('');
  const change = useVisitorChange(city, row);
  const texts = visitorActTexts[act];
  const isEnding = act !== 'post';
  const confirm = async () => {
    if (act === 'revoke') {
      if (await change.revoke(plainText(reason))) onDone(undefined);
      return;
    }
    const posted = await change.post(Number(validDays), plainText(reason));
    if (posted) onDone(posted);
  };
  return (
    <FormDrawer
      title={say(texts.title, { station: stationName(row, say) })}
      confirm={say(texts.act)}
      mutation={change.mutation}
      isReady={!isEnding || plainText(reason) !== ''}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>{say(texts.ask)}</p>
      {act !== 'revoke' && <ValidityField value={validDays} onChange={setValidDays} />}
      {isEnding && (
        <TextField
          label={say(visitorTexts.reason)}
          name="reason"
          value={reason}
          onChange={setReason}
          maxLength={200}
          hint={say(visitorTexts.reasonHint)}
        />
      )}
    </FormDrawer>
  );
};
