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
import { Withdrawing } from './withdrawing';

interface OwnRegistrationsProps {
  readonly at: AtDeparture;
  /** What was typed is typed again in place of the former. */
  readonly onCorrect: (each: OwnRegistration) => void;
}

/** Whom this account registered for the coach, each to be corrected or withdrawn until it leaves. Nothing before the first. */
export function OwnRegistrations({ at, onCorrect }: OwnRegistrationsProps) {
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
          onCorrect={changeable && sourceOf(each) === 'asTyped' ? () => onCorrect(each) : undefined}
        />
      ))}
    </View>
  );
}

const sources = { rider: 'asRider', family: 'asFamily', ticket: 'asTicket' } as const;

const sourceOf = ({ source }: OwnRegistration): 'asRider' | 'asFamily' | 'asTicket' | 'asTyped' =>
  source === 'rider' || source === 'family' || source === 'ticket' ? sources[source] : 'asTyped';

interface OwnRowProps {
  readonly each: OwnRegistration;
  readonly departureId: string;
  /** Where they get on and off, if not the whole way. */
  readonly leg: string | undefined;
  readonly busy: boolean;
  readonly onWithdraw: (() => void) | undefined;
  readonly onCorrect: (() => void) | undefined;
}

function OwnRow({ each, departureId, leg, busy, onWithdraw, onCorrect }: OwnRowProps) {
  const say = useSay();
  const [sure, setSure] = useState(false);
  const [shown, setShown] = useState(false);
  const { registrationId, maskedName, maskedDocument, seat, passenger } = each;
  return (
    <View className="coach-own">
      <View className="coach-own-words">
        <Text className="coach-own-name">{`${maskedName} · ${say(departureTexts[sourceOf(each)])}`}</Text>
        <Text className="panel-note">{`${maskedDocument} · ${say(departureTexts.at, { time: formatInstant(each.at, 'HH:mm') })}`}</Text>
        {leg !== undefined && <Text>{leg}</Text>}
        {seat !== undefined && <Text className="coach-own-name">{say(departureTexts.seat, { seat })}</Text>}
      </View>
      <View className="coach-who">
        <Button variant="link" onPress={() => setShown(!shown)}>
          {say(shown ? departureTexts.proofHide : departureTexts.proof)}
        </Button>
        {onWithdraw && !sure && (
          <Button id={`withdraw-${registrationId}`} variant="link" onPress={() => setSure(true)}>
            {say(departureTexts.withdraw)}
          </Button>
        )}
        {onCorrect && !sure && (
          <Button id={`correct-${registrationId}`} variant="link" onPress={onCorrect}>
            {say(departureTexts.correct)}
          </Button>
        )}
      </View>
      {onWithdraw && sure && <Withdrawing busy={busy} onWithdraw={onWithdraw} onKeep={() => setSure(false)} />}
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
