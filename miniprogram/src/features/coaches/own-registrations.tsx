import { Text, View } from '@tarojs/components';
import type { OwnRegistration } from '@tongcheng/shared/coaches/passenger-wire';
import { formatInstant } from '@tongcheng/shared/time';
import { useState } from 'react';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { useSay } from '../../ui/words';
import { departureTexts } from './texts/departure-texts';
import type { AtDeparture } from './use-departure';

/** Whom this account registered for the coach, each to be withdrawn until it leaves. Nothing before the first. */
export function OwnRegistrations({ at }: { readonly at: AtDeparture }) {
  const say = useSay();
  const { own, changeable } = at.departure;
  if (own.length === 0) return null;
  return (
    <View className="panel" id="own-registrations">
      <View className="coach-done">
        <Icon name="check" colour="brand" />
        <Text className="panel-title">{say(departureTexts.ownTitle)}</Text>
      </View>
      {own.map((each) => (
        <OwnRow
          key={each.registrationId}
          each={each}
          busy={at.busy}
          onWithdraw={changeable ? () => at.withdraw(each.registrationId) : undefined}
        />
      ))}
    </View>
  );
}

const sources = { rider: departureTexts.asRider, family: departureTexts.asFamily } as const;

function OwnRow({
  each,
  busy,
  onWithdraw,
}: {
  readonly each: OwnRegistration;
  readonly busy: boolean;
  readonly onWithdraw: (() => void) | undefined;
}) {
  const say = useSay();
  const [sure, setSure] = useState(false);
  const { source, maskedName, maskedDocument } = each;
  const by = source === 'rider' || source === 'family' ? sources[source] : departureTexts.asTyped;
  return (
    <View className="coach-own">
      <View className="coach-own-words">
        <Text className="coach-own-name">{`${maskedName} · ${say(by)}`}</Text>
        <Text className="panel-note">{`${maskedDocument} · ${say(departureTexts.at, { time: formatInstant(each.at, 'HH:mm') })}`}</Text>
      </View>
      {onWithdraw && (
        <Button variant="link" busy={busy && sure} onPress={() => (sure ? onWithdraw() : setSure(true))}>
          {say(sure ? departureTexts.withdrawSure : departureTexts.withdraw)}
        </Button>
      )}
    </View>
  );
}
