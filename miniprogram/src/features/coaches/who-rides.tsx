import { Text, View } from '@tarojs/components';
import type { OwnRegistration, Whom } from '@tongcheng/shared/coaches/passenger-wire';
import { useState } from 'react';
import { familyRecord } from '../../client/family-record';
import { useAccount, useMustProve, useRecord } from '../../client/phone';
import { Press } from '../../platform/view/press';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { useSay } from '../../ui/words';
import { AddressFields, areTyped, noAddresses } from './address-fields';
import { type JourneyPart, LegChoice, placesOfJourney } from './leg-choice';
import { departureTexts } from './texts/departure-texts';
import { TypedPassenger } from './typed-passenger';
import type { AtDeparture } from './use-departure';

interface WhoRidesProps {
  readonly at: AtDeparture;
  /** What was typed wrongly and is typed again. */
  readonly corrected: OwnRegistration | undefined;
  readonly onCorrected: () => void;
  readonly onVerify: () => void;
}

/** Known riders confirm with one tap, their family ticked along; anybody else is typed. */
export function WhoRides({ at, corrected, onCorrected, onVerify }: WhoRidesProps) {
  const say = useSay();
  const known = useKnown(at);
  const [left, setLeft] = useState<readonly string[]>([]);
  const [typing, setTyping] = useState(false);
  const [addresses, setAddresses] = useState(noAddresses);
  const [leg, setLeg] = useState<JourneyPart>({});
  const [asked, setAsked] = useState(false);
  const { asksAddresses } = at.departure;
  const going = known.filter(({ id }) => !left.includes(id));
  const register = async (whoms: readonly Whom[]): Promise<boolean> => {
    setAsked(true);
    if (asksAddresses && !areTyped(addresses)) return false;
    const isTaken = await at.register(whoms, asksAddresses ? addresses : undefined, leg, corrected?.registrationId);
    if (isTaken) onCorrected();
    return isTaken;
  };
  const close = () => {
    setTyping(false);
    onCorrected();
  };
  const toggle = (id: string) => setLeft(left.includes(id) ? left.filter((each) => each !== id) : [...left, id]);
  const isTyping = typing || corrected !== undefined || (known.length === 0 && at.departure.own.length === 0);
  return (
    <>
      {(known.length > 0 || isTyping) && (
        <LegChoice places={placesOfJourney(at.departure)} leg={leg} onChange={setLeg} />
      )}
      {asksAddresses && (known.length > 0 || isTyping) && (
        <AddressFields addresses={addresses} isAsked={asked} onChange={setAddresses} />
      )}
      {known.length > 0 && (
        <View className="panel" id="who-rides">
          <Text className="panel-title">{say(departureTexts.whoTitle)}</Text>
          <View className="coach-who" role="group" aria-label={say(departureTexts.whoTitle)}>
            {known.map(({ id, name }) => (
              <Tick key={id} words={name} on={!left.includes(id)} onPress={() => toggle(id)} />
            ))}
          </View>
          <Button
            id="register-known"
            busy={at.busy}
            disabled={going.length === 0}
            onPress={() => register(going.map(({ whom }) => whom))}
          >
            {going.length > 1 ? say(departureTexts.confirmMany, { n: going.length }) : say(departureTexts.confirmOne)}
          </Button>
        </View>
      )}
      {isTyping ? (
        <TypedPassenger
          key={corrected?.registrationId ?? 'another'}
          busy={at.busy}
          onRegister={register}
          corrected={corrected?.maskedName}
          onClose={typing || corrected ? close : undefined}
          onVerify={known.length === 0 && !corrected ? onVerify : undefined}
        />
      ) : (
        <Button id="type-passenger" variant="plain" icon="plus" onPress={() => setTyping(true)}>
          {say(departureTexts.typedOpen)}
        </Button>
      )}
    </>
  );
}

interface Known {
  readonly id: string;
  readonly name: string;
  readonly whom: Whom;
}

/** The rider, where they are known as themselves, and their family; whoever is registered already is left out. */
function useKnown({ departure: { own } }: AtDeparture): readonly Known[] {
  const say = useSay();
  const account = useAccount();
  const mustProve = useMustProve();
  const { members } = useRecord(familyRecord);
  if (!account?.authenticated || mustProve) return [];
  const isThere = (source: string, name?: string) =>
    own.some((each) => each.source === source && (name === undefined || each.maskedName === name));
  const me: Known = { id: 'me', name: account.maskedName ?? say(departureTexts.me), whom: { by: 'self' } };
  const family = members
    .filter(({ maskedName }) => !isThere('family', maskedName))
    .map(({ memberId, maskedName }): Known => ({ id: memberId, name: maskedName, whom: { by: 'member', memberId } }));
  return isThere('rider') ? family : [me, ...family];
}

function Tick({ words, on, onPress }: { readonly words: string; readonly on: boolean; readonly onPress: () => void }) {
  return (
    <Press className={`coach-tick${on ? ' chosen' : ''}`} role="switch" on={on} label={words} onPress={onPress}>
      <Icon name={on ? 'check' : 'plus'} colour={on ? 'white' : 'brand'} />
      <Text>{words}</Text>
    </Press>
  );
}
