import Button from 'antd/es/button';
import Progress from 'antd/es/progress';
import { useSpeech } from '../ui/language';
import { kitTexts } from './kit-texts';

interface Props {
  /** What is under way, in words: `day 3 of 14`. */
  readonly words: string;
  readonly done: number;
  readonly of: number;
  /** Absent where nothing can be stopped any more. */
  readonly onStop?: () => void;
}

/** How far something that takes longer has come, with the way to stop it. */
export const WorkProgress = ({ words, done, of, onStop }: Props) => {
  const { say } = useSpeech();
  return (
    <div className="work-progress" data-part="progress">
      <span role="status">{words}</span>
      <Progress percent={of === 0 ? 0 : Math.round((100 * done) / of)} aria-label={words} status="normal" />
      {onStop && (
        <Button size="small" data-act="stop" onClick={onStop}>
          {say(kitTexts.stop)}
        </Button>
      )}
    </div>
  );
};
