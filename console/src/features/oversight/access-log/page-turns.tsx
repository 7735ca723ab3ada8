import Button from 'antd/es/button';
import { useSpeech } from '../../../ui/language';
import { accessLogTexts } from './access-log-texts';

interface Props {
  /** Where this page begins; absent on the first one. */
  readonly after: string | undefined;
  /** Where the next one begins; absent on the last one. */
  readonly next: string | undefined;
  readonly onTurn: (after: string | undefined) => void;
}

/** On to earlier entries, and back to the latest. */
export const PageTurns = ({ after, next, onTurn }: Props) => {
  const { say } = useSpeech();
  return (
    <p className="page-line">
      {after !== undefined && (
        <Button data-act="first" onClick={() => onTurn(undefined)}>
          {say(accessLogTexts.first)}
        </Button>
      )}
      {next !== undefined && (
        <Button data-act="more" onClick={() => onTurn(next)}>
          {say(accessLogTexts.more)}
        </Button>
      )}
    </p>
  );
};
