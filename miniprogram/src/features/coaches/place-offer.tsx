import { useEffect, useState } from 'react';
import { usePhone, useRecord } from '../../client/phone';
import { positionRecord, withCoaches } from '../../client/phone-position';
import { TickLine } from '../../ui/tick-line';
import { useSay } from '../../ui/words';
import { departureTexts } from './texts/departure-texts';

/**
 * A rough place with the registration, so that a copied code is noticed: offered once, never ticked beforehand. Whoever registers without it has answered; from
 * then on the menu has the switch. Nothing waits for the place.
 */
export function PlaceOffer() {
  const say = useSay();
  const { records, position } = usePhone();
  const choice = useRecord(positionRecord);
  const [isOffered] = useState(choice.coaches === 'unasked');
  useEffect(() => position.refresh('coach'), [position]);
  if (!isOffered) return null;
  const change = (on: boolean) => {
    records.write(positionRecord, withCoaches(choice, on ? 'yes' : 'no'));
    position.refresh('coach');
  };
  return (
    <TickLine id="coach-position" words={say(departureTexts.place)} on={choice.coaches === 'yes'} onChange={change} />
  );
}
