import { Text, View } from '@tarojs/components';
import { formatInstant } from '@tongcheng/shared/time';
import { paintedPlate } from '@tongcheng/shared/venues/plates';
import { useState } from 'react';
import { Button } from '../../../ui/button';
import { useSay } from '../../../ui/words';
import { placesOfJourney } from '../leg-choice';
import { arrivalTexts } from '../texts/arrival-texts';
import { crewTexts } from '../texts/crew-texts';
import { TypedPassenger } from '../typed-passenger';
import type { OpenTrip } from './arrival-book';
import { ArrivalRow } from './arrival-row';
import { ScanProof } from './scan-proof';
import { toldTrip } from './shown-rows';
import type { useArrival } from './use-arrival';

interface VerifyTripProps {
  readonly at: ReturnType<typeof useArrival>;
  readonly manifest: OpenTrip;
}

/** The manifest, masked: each passenger there or not, all who are left by one touch, whoever is on no list added; then closed. */
export function VerifyTrip({ at, manifest: { departure, ...opened } }: VerifyTripProps) {
  const atStop = opened.atStop === true;
  const say = useSay();
  const [adding, setAdding] = useState(false);
  const { rows, addedHere, phase, reopenings } = toldTrip(at.book);
  const unseen = rows.filter(({ presence }) => presence === undefined);
  const isClosed = phase === 'closed';
  const { registered, added } = departure.figures;
  const seenOf = (presence: 'present' | 'absent') => rows.filter((row) => row.presence === presence).length;
  const isOnTheWay = !atStop && (phase === 'open' || phase === 'departed');
  const all = async () => {
    for (const { passenger } of unseen) await at.tell({ kind: 'present', passenger });
  };
  return (
    <>
      <View className="panel crew-head" id="trip">
        <Text className="coach-plate">{departure.plate === undefined ? '' : paintedPlate(departure.plate)}</Text>
        <Text>{`${departure.origin?.name ?? ''} · ${departure.serviceNumber ?? ''}`}</Text>
        <Text className="panel-note">{say(crewTexts[phase])}</Text>
        {atStop && <Text className="panel-note">{say(arrivalTexts.atStop, { n: rows.length })}</Text>}
        <View className="coach-counts">
          <Text>{say(arrivalTexts.countRegistered, { n: registered })}</Text>
          <Text>{say(arrivalTexts.countPresent, { n: seenOf('present') })}</Text>
          <Text>{say(arrivalTexts.countAbsent, { n: seenOf('absent') })}</Text>
          <Text>{say(arrivalTexts.countLeft, { n: unseen.length })}</Text>
          <Text>{say(arrivalTexts.countAdded, { n: added + addedHere.length })}</Text>
        </View>
        {departure.arrivedAt !== undefined && (
          <Text className="panel-note">
            {say(arrivalTexts.arrivedAt, { time: formatInstant(departure.arrivedAt, 'MM-DD HH:mm') })}
          </Text>
        )}
        {reopenings > 0 && <Text className="panel-note">{say(arrivalTexts.reopenings, { n: reopenings })}</Text>}
      </View>
      {isOnTheWay && (
        <Button id="arrived" icon="place" onPress={() => at.tell({ kind: 'arrived' })}>
          {say(arrivalTexts.arrive)}
        </Button>
      )}
      {!isClosed && !adding && (
        <ScanProof
          departureId={departure.departureId}
          rows={rows}
          onPresent={(passenger) => at.tell({ kind: 'present', passenger })}
        />
      )}
      <View className="panel" id="manifest">
        {rows.map((row) => (
          <ArrivalRow
            key={row.passenger}
            row={row}
            places={placesOfJourney(departure)}
            isClosed={isClosed}
            onTell={at.tell}
          />
        ))}
        {addedHere.map(({ eventId, maskedName, maskedDocument }) => (
          <View key={eventId} className="coach-own added-here">
            <View className="coach-own-words">
              <Text className="coach-own-name">{maskedName}</Text>
              <Text className="panel-note">{say(arrivalTexts.addedWaits, { document: maskedDocument })}</Text>
            </View>
          </View>
        ))}
      </View>
      {!isClosed && unseen.length > 1 && (
        <Button id="all-present" variant="plain" icon="check" onPress={all}>
          {say(arrivalTexts.allPresent, { n: unseen.length })}
        </Button>
      )}
      {adding && (
        <TypedPassenger
          busy={at.busy}
          mayLackPhone
          onRegister={async ([whom]) => {
            if (whom?.by !== 'typed') return false;
            const { by: _by, phone, ...rest } = whom;
            await at.tell({ kind: 'added', whom: phone === '' ? rest : { ...rest, phone } });
            return true;
          }}
          onClose={() => setAdding(false)}
          onVerify={undefined}
        />
      )}
      {!isClosed && !adding && (
        <>
          <Button id="add-passenger" variant="plain" icon="plus" onPress={() => setAdding(true)}>
            {say(arrivalTexts.add)}
          </Button>
          {!atStop && (
            <Button id="close-trip" onPress={() => at.tell({ kind: 'closed' })}>
              {unseen.length > 0 ? say(arrivalTexts.closeLeft, { n: unseen.length }) : say(arrivalTexts.close)}
            </Button>
          )}
        </>
      )}
      {isClosed && !atStop && (
        <Button id="reopen-trip" variant="link" onPress={() => at.tell({ kind: 'reopened' })}>
          {say(arrivalTexts.reopen)}
        </Button>
      )}
      <Button id="other-trip" variant="link" icon="back" onPress={at.leave}>
        {say(arrivalTexts.other)}
      </Button>
    </>
  );
}
