import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../ui/button';
import { NoticeBar } from '../../../ui/notice-bar';
import { useSay } from '../../../ui/words';
import { AddressFields, areTyped, noAddresses } from '../address-fields';
import { type JourneyPart, LegChoice } from '../leg-choice';
import { regularTexts } from '../texts/regular-texts';
import { type Regulars, useRegulars } from './use-regulars';

interface RegularListProps {
  readonly city: string;
  readonly departureId: string;
  readonly asksAddresses: boolean;
  /** Of a journey with stops; where somebody gets on and off is asked then. */
  readonly places: readonly string[];
  /** Somebody was registered: the numbers are asked for anew. */
  readonly onTaken: () => void;
}

/** L-07: the regulars of this service who agreed, masked, each registered by one tap. Asked for when staff open it: looks are limited a day. */
export function RegularList({ city, departureId, asksAddresses, places, onTaken }: RegularListProps) {
  const say = useSay();
  const { regulars, failure, busy, fetch, register, close } = useRegulars({ city, departureId });
  const [leg, setLeg] = useState<JourneyPart>({});
  const [addresses, setAddresses] = useState(noAddresses);
  const [asked, setAsked] = useState(false);
  const take = async (regularId: string) => {
    setAsked(asksAddresses);
    if (asksAddresses && !areTyped(addresses)) return;
    if (!(await register(regularId, { ...(asksAddresses && addresses), ...leg }))) return;
    setAsked(false);
    onTaken();
  };
  return (
    <>
      {failure && <NoticeBar tone="heed" words={say(failure)} />}
      {regulars ? (
        <View className="panel coach-typed" id="regulars">
          <Text className="panel-title">{say(regularTexts.listTitle)}</Text>
          <Text className="panel-note">
            {say(regulars.length === 0 ? regularTexts.listNone : regularTexts.listWords)}
          </Text>
          {regulars.length > 0 && <LegChoice places={places} leg={leg} onChange={setLeg} />}
          {regulars.length > 0 && asksAddresses && (
            <AddressFields addresses={addresses} isAsked={asked} onChange={setAddresses} />
          )}
          <Rows regulars={regulars} busy={busy} onTake={take} />
          <Button id="close-regulars" variant="link" onPress={close}>
            {say(regularTexts.close)}
          </Button>
        </View>
      ) : (
        <Button id="open-regulars" variant="plain" icon="person" busy={busy} onPress={fetch}>
          {say(regularTexts.open)}
        </Button>
      )}
    </>
  );
}

interface RowsProps {
  readonly regulars: Regulars;
  readonly busy: boolean;
  readonly onTake: (regularId: string) => void;
}

function Rows({ regulars, busy, onTake }: RowsProps) {
  const say = useSay();
  return (
    <View>
      {regulars.map(({ regularId, maskedName, maskedDocument }) => (
        <View key={regularId} className="coach-own">
          <View className="coach-own-words">
            <Text className="coach-own-name">{maskedName}</Text>
            <Text className="panel-note">{maskedDocument}</Text>
          </View>
          <Button id={`regular-${regularId}`} variant="link" busy={busy} onPress={() => onTake(regularId)}>
            {say(regularTexts.register)}
          </Button>
        </View>
      ))}
    </View>
  );
}
