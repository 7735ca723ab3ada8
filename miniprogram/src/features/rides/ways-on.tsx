import { View } from '@tarojs/components';
import { Button } from '../../ui/button';
import { useSay } from '../../ui/words';
import { verdictTexts } from './texts/verdict-texts';

/** Where to go from an outcome, quietly: it stays on the screen for whoever has to see it until the rider chooses. */
export function WaysOn({
  onDone,
  onAgain,
}: {
  readonly onDone: () => void;
  /** Absent where scanning again is the main thing to do and has a button of its own. */
  readonly onAgain: (() => void) | undefined;
}) {
  const say = useSay();
  return (
    <View className="ways-on">
      <Button id="verdict-done" variant="link" onPress={onDone}>
        {say(verdictTexts.done)}
      </Button>
      {onAgain && (
        <Button id="verdict-again" variant="link" onPress={onAgain}>
          {say(verdictTexts.another)}
        </Button>
      )}
    </View>
  );
}
