import { Text, View } from '@tarojs/components';
import { passengerProof } from '@tongcheng/shared/coaches/passenger-proof';
import type { OwnRegistration } from '@tongcheng/shared/coaches/passenger-wire';
import { formatInstant } from '@tongcheng/shared/time';
import { useState } from 'react';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { useSay } from '../../ui/words';
import { CodePicture } from './code-picture';
import { legWords, placesOfJourney } from './leg-choice';
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
          departureId={at.departure.departureId}
          leg={legWords(each, placesOfJourney(at.departure))}
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
  departureId,
  leg,
  busy,
  onWithdraw,
}: {
  readonly each: OwnRegistration;
  readonly departureId: string;
  /** Where they get on and off, if not the whole way. */
  readonly leg: string | undefined;
  readonly busy: boolean;
  readonly onWithdraw: (() => void) | undefined;
}) {
  const say = useSay();
  const [sure, setSure] = useState(false);
  const [shown, setShown] = useState(false);
  const { source, maskedName, maskedDocument, seat, passenger } = each;
  const by = source === 'rider' || source === 'family' ? sources[source] : departureTexts.asTyped;
  return (
    <View className="coach-own">
      <View className="coach-own-words">
        <Text className="coach-own-name">{`${maskedName} · ${say(by)}`}</Text>
        <Text className="panel-note">{`${maskedDocument} · ${say(departureTexts.at, { time: formatInstant(each.at, 'HH:mm') })}`}</Text>
        {leg !== undefined && <Text>{leg}</Text>}
        {seat !== undefined && <Text className="coach-own-name">{say(departureTexts.seat, { seat })}</Text>}
      </View>
      <Button variant="link" onPress={() => setShown(!shown)}>
        {say(shown ? departureTexts.proofHide : departureTexts.proof)}
      </Button>
      {onWithdraw && (
        <Button variant="link" busy={busy && sure} onPress={() => (sure ? onWithdraw() : setSure(true))}>
          {say(sure ? departureTexts.withdrawSure : departureTexts.withdraw)}
        </Button>
      )}
      {shown && (
        <View className="coach-proof">
          <CodePicture
            link={passengerProof({ departureId, passenger })}
            label={say(departureTexts.proofLabel, { name: maskedName })}
          />
          <Text className="panel-note">{say(departureTexts.proofWords)}</Text>
        </View>
      )}
    </View>
  );
}
