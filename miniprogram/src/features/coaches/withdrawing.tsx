import { Text, View } from '@tarojs/components';
import { Button } from '../../ui/button';
import { useSay } from '../../ui/words';
import { departureTexts } from './texts/departure-texts';

interface WithdrawingProps {
  readonly busy: boolean;
  readonly onWithdraw: () => void;
  readonly onKeep: () => void;
}

/** Where the first touch was, the second one keeps: a double touch withdraws nothing. */
export function Withdrawing({ busy, onWithdraw, onKeep }: WithdrawingProps) {
  const say = useSay();
  return (
    <View className="coach-sure" role="group" aria-label={say(departureTexts.withdrawAsk)}>
      <Text>{say(departureTexts.withdrawAsk)}</Text>
      <View className="coach-who">
        <Button id="withdraw-keep" variant="link" onPress={onKeep}>
          {say(departureTexts.withdrawKeep)}
        </Button>
        <Button id="withdraw-sure" variant="link" busy={busy} onPress={onWithdraw}>
          {say(departureTexts.withdrawSure)}
        </Button>
      </View>
    </View>
  );
}
