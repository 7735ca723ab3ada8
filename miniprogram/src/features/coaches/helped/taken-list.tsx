import { Text, View } from '@tarojs/components';
import { formatInstant } from '@tongcheng/shared/time';
import { useState } from 'react';
import { Button } from '../../../ui/button';
import { useSay } from '../../../ui/words';
import { departureTexts } from '../texts/departure-texts';
import { helpedTexts } from '../texts/helped-texts';
import { Withdrawing } from '../withdrawing';
import type { TakenPassenger } from './helped-book';

interface TakenListProps {
  readonly taken: readonly TakenPassenger[];
  readonly onWithdraw: ((registrationId: string) => void) | undefined;
}

/** Whom this phone registered, masked, newest first; nothing before the first. */
export function TakenList({ taken, onWithdraw }: TakenListProps) {
  const say = useSay();
  if (taken.length === 0) return null;
  return (
    <View className="panel" id="helped-passengers">
      <Text className="panel-title">{say(helpedTexts.taken, { n: taken.length })}</Text>
      {taken.map((each) => (
        <TakenRow key={each.registrationId} each={each} onWithdraw={onWithdraw} />
      ))}
    </View>
  );
}

function TakenRow({ each, onWithdraw }: Pick<TakenListProps, 'onWithdraw'> & { readonly each: TakenPassenger }) {
  const say = useSay();
  const [sure, setSure] = useState(false);
  const { registrationId, maskedName, maskedDocument, at } = each;
  return (
    <View className="coach-own">
      <View className="coach-own-words">
        <Text className="coach-own-name">{maskedName}</Text>
        <Text className="panel-note">{`${maskedDocument} · ${formatInstant(at, 'HH:mm')}`}</Text>
      </View>
      {onWithdraw && !sure && (
        <Button variant="link" onPress={() => setSure(true)}>
          {say(departureTexts.withdraw)}
        </Button>
      )}
      {onWithdraw && sure && (
        <Withdrawing busy={false} onWithdraw={() => onWithdraw(registrationId)} onKeep={() => setSure(false)} />
      )}
    </View>
  );
}
