import Button from 'antd/es/button';
import type { ReactNode } from 'react';
import { useSpeech } from '../ui/language';
import { uiTexts } from '../ui/texts';

interface Props {
  readonly count: number;
  readonly onClear: () => void;
  /** What can be done to all that are chosen. */
  readonly children: ReactNode;
}

/** How many rows are chosen and what can be done to them; nothing while none is. */
export const ChosenBar = ({ count, onClear, children }: Props) => {
  const { say } = useSpeech();
  if (count === 0) return null;
  return (
    <div className="choice-bar" data-part="chosen">
      <strong role="status">{say(uiTexts.chosen, { n: count })}</strong>
      {children}
      <Button type="text" data-act="clear" onClick={onClear}>
        {say(uiTexts.clearChoice)}
      </Button>
    </div>
  );
};
