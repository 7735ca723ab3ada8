import { Text, View } from '@tarojs/components';
import type { Whom } from '@tongcheng/shared/coaches/passenger-wire';
import type { Text as Words } from '@tongcheng/shared/text';
import { useState } from 'react';
import { Press } from '../../../platform/view/press';
import { Button } from '../../../ui/button';
import { Icon } from '../../../ui/icon';
import { NoticeBar } from '../../../ui/notice-bar';
import { useSay } from '../../../ui/words';
import { AddressFields, areTyped, noAddresses } from '../address-fields';
import { type JourneyPart, LegChoice } from '../leg-choice';
import { helpedTexts } from '../texts/helped-texts';
import { TypedPassenger } from '../typed-passenger';
import { TakenList } from './taken-list';
import { useHelped } from './use-helped';

interface HelpPassengerProps {
  readonly city: string;
  readonly departureId: string;
  readonly asksAddresses: boolean;
  /** Of a journey with stops; where somebody gets on and off is asked then. */
  readonly places: readonly string[];
  /** Takes a registration of this phone back; absent where its role cannot. */
  readonly onWithdraw?: ((registrationId: string) => void) | undefined;
  /** Somebody was registered: the numbers are asked for anew. */
  readonly onTaken: () => void;
}

/** L-07: somebody without a phone is registered by staff, the document in their hand, with the passenger's word that they agree. */
export function HelpPassenger(props: HelpPassengerProps) {
  const { city, departureId, asksAddresses, places, onWithdraw, onTaken } = props;
  const say = useSay();
  const [leg, setLeg] = useState<JourneyPart>({});
  const helped = useHelped({ city, departureId });
  const [open, setOpen] = useState(false);
  const [agreed, setAgreed] = useState(false);
  const [addresses, setAddresses] = useState(noAddresses);
  const [asked, setAsked] = useState(false);
  const [reason, setReason] = useState<Words>();
  const register = async ([whom]: readonly Whom[]): Promise<boolean> => {
    setAsked(true);
    if (whom?.by !== 'typed' || !agreed || (asksAddresses && !areTyped(addresses))) return false;
    const { by: _by, phone, ...rest } = whom;
    const refused = await helped.register({
      whom: phone === '' ? rest : { ...rest, phone },
      ...(asksAddresses && addresses),
      ...leg,
    });
    setReason(refused);
    if (refused) return false;
    setAgreed(false);
    setLeg({});
    setAsked(false);
    setAddresses(noAddresses);
    onTaken();
    return true;
  };
  return (
    <>
      {helped.waiting > 0 && <NoticeBar words={say(helpedTexts.waiting, { n: helped.waiting })} />}
      <TakenList
        taken={helped.taken}
        onWithdraw={
          onWithdraw &&
          ((id) => {
            onWithdraw(id);
            helped.forget(id);
          })
        }
      />
      {open ? (
        <TypedPassenger
          busy={false}
          mayLackPhone
          onRegister={register}
          onClose={() => setOpen(false)}
          onVerify={undefined}
          staysOpen
        >
          <LegChoice places={places} leg={leg} onChange={setLeg} />
          {asksAddresses && <AddressFields addresses={addresses} isAsked={asked} onChange={setAddresses} />}
          <Consent agreed={agreed} isAsked={asked} onChange={setAgreed} />
          {reason && <NoticeBar tone="heed" words={say(reason)} />}
        </TypedPassenger>
      ) : (
        <Button id="help-passenger" variant="plain" icon="person" onPress={() => setOpen(true)}>
          {say(helpedTexts.open)}
        </Button>
      )}
    </>
  );
}

interface ConsentProps {
  readonly agreed: boolean;
  readonly isAsked: boolean;
  readonly onChange: (agreed: boolean) => void;
}

/** What is said to the passenger before they are registered, and that they agreed. */
function Consent({ agreed, isAsked, onChange }: ConsentProps) {
  const say = useSay();
  return (
    <View className="coach-consent">
      <Text className="panel-note">{say(helpedTexts.consentWords)}</Text>
      <Press
        id="passenger-agrees"
        className={`coach-tick${agreed ? ' chosen' : ''}`}
        role="switch"
        on={agreed}
        onPress={() => onChange(!agreed)}
      >
        <Icon name={agreed ? 'check' : 'plus'} colour={agreed ? 'white' : 'brand'} />
        <Text>{say(helpedTexts.agrees)}</Text>
      </Press>
      {isAsked && !agreed && <Text className="field-hint refused">{say(helpedTexts.agreesRefused)}</Text>}
    </View>
  );
}
