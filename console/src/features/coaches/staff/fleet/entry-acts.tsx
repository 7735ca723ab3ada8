import Button from 'antd/es/button';
import { useSpeech } from '../../../../ui/language';
import { fleetTexts as texts } from './fleet-texts';

interface Props {
  readonly isEnded: boolean;
  readonly onChange: () => void;
  readonly onEnd: () => void;
}

/** What can be done about an entry: change it or take it out of use; have it in use again, after a look at what it says. */
export const EntryActs = ({ isEnded, onChange, onEnd }: Props) => {
  const { say } = useSpeech();
  return (
    <>
      <Button size="small" data-act={isEnded ? 'use-again' : 'change'} onClick={onChange}>
        {say(isEnded ? texts.again : texts.change)}
      </Button>
      {!isEnded && (
        <Button size="small" data-act="end" onClick={onEnd}>
          {say(texts.end)}
        </Button>
      )}
    </>
  );
};
