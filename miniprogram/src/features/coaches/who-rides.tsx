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
import { PlaceOffer } from './place-offer';
import { departureTexts } from './texts/departure-texts';
import { ticketTexts } from './texts/ticket-texts';
import { TicketByNumber } from './ticket-by-number';
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
  const { asksAddresses, ticketed, tickets } = at.departure;
  /** Who brings a ticket may bring the addresses with it; the server says so where they are missing. */
  const mustState = (whom: Whom) =>
    whom.by === 'ticket'
      ? !tickets.some(({ ticket, addressed }) => addressed && ticket === whom.ticket)
      : whom.by !== 'ticket-number';
  const going = known.filter(({ id }) => !left.includes(id));
  const register = async (whoms: readonly Whom[]): Promise<boolean> => {
    const isAsked = asksAddresses && whoms.some(mustState);
    setAsked(isAsked);
    if (isAsked && !areTyped(addresses)) return false;
    const stated = asksAddresses && areTyped(addresses) ? addresses : undefined;
    const isTaken = await at.register(whoms, stated, leg, corrected?.registrationId);
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
      {asksAddresses && (isTyping || known.some(({ whom }) => mustState(whom))) && (
        <AddressFields
          addresses={addresses}
          isAsked={asked}
          isSent={at.departure.own.length > 0}
          onChange={setAddresses}
        />
      )}
      {known.length > 0 && (
        <View className="panel" id="who-rides">
          <Text className="panel-title">
            {say(known.some(({ whom }) => whom.by === 'ticket') ? ticketTexts.found : departureTexts.whoTitle)}
          </Text>
          <View className="coach-who" role="group" aria-label={say(departureTexts.whoTitle)}>
            {known.map(({ id, name }) => (
              <Tick key={id} words={name} on={!left.includes(id)} onPress={() => toggle(id)} />
            ))}
          </View>
          {!isTyping && <PlaceOffer />}
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
      {isTyping && ticketed && !corrected && <TicketByNumber busy={at.busy} onRegister={register} />}
      {isTyping ? (
        <TypedPassenger
          key={corrected?.registrationId ?? 'another'}
          busy={at.busy}
          onRegister={register}
          corrected={corrected?.maskedName}
          onClose={typing || corrected ? close : undefined}
          onVerify={known.length === 0 && !corrected ? onVerify : undefined}
        >
          <PlaceOffer />
        </TypedPassenger>
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
function useKnown({ departure: { own, tickets } }: AtDeparture): readonly Known[] {
  const say = useSay();
  const account = useAccount();
  const mustProve = useMustProve();
  const { members } = useRecord(familyRecord);
  if (!account?.authenticated || mustProve) return [];
  const isThere = (source: string, name?: string) =>
    own.some((each) => each.source === source && (name === undefined || each.maskedName === name));
  /** With the ticket of their document, where they have one. */
  const withTicket = (known: Known, memberId?: string): Known => {
    const theirs = tickets.find((each) => each.memberId === memberId);
    if (!theirs) return known;
    const { ticket, seat } = theirs;
    const { name } = known;
    const words = seat === undefined ? say(ticketTexts.ticket, { name }) : say(ticketTexts.ticketSeat, { name, seat });
    return { ...known, name: words, whom: { by: 'ticket', ticket } };
  };
  const me = withTicket({ id: 'me', name: account.maskedName ?? say(departureTexts.me), whom: { by: 'self' } });
  const family = members
    .filter(({ maskedName }) => !isThere('family', maskedName))
    .map(({ memberId, maskedName }) =>
      withTicket({ id: memberId, name: maskedName, whom: { by: 'member', memberId } }, memberId),
    );
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
