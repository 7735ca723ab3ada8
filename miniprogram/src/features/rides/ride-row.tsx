import { Text, View } from '@tarojs/components';
import type { RideView } from '@tongcheng/shared/rides/wire';
import { useState } from 'react';
import { Press } from '../../platform/view/press';
import { minuteText } from '../../ui/clock-text';
import { VenueName } from '../../ui/venue-name';
import { useSay } from '../../ui/words';
import { CorrectSheet } from './correct-sheet';
import { closingTexts, historyTexts } from './texts/history-texts';
import { correctionTexts } from './texts/meaning-texts';

interface RideRowProps {
  readonly ride: RideView;
  /** Whose, where it is a member of the family. */
  readonly memberId?: string | undefined;
  readonly onCorrected: () => void;
}

/** One ride: where, from when to when, which ends are inferred (W-27), and the way to correct what its scans meant. */
export function RideRow({ ride, memberId, onCorrected }: RideRowProps) {
  const say = useSay();
  const { from, to, inferred } = ride;
  const until = to === undefined ? say(historyTexts.open) : minuteText(to);
  const how = useHow(ride);
  return (
    <View className="ride">
      <View className="ride-times">
        <Text className={inferred.includes('from') ? 'ride-inferred' : ''}>{minuteText(from)}</Text>
        <Text className={inferred.includes('to') ? 'ride-inferred' : ''}>{until}</Text>
      </View>
      <View className="ride-words">
        <VenueName className="ride-venue" venue={ride.venue} />
        {inferred.includes('from') && <Text className="ride-note">{say(historyTexts.inferredFrom)}</Text>}
        {inferred.includes('to') && <Text className="ride-note">{say(historyTexts.inferredTo) + how}</Text>}
        {ride.scans.some(({ corrected }) => corrected) && (
          <Text className="ride-note">{say(historyTexts.corrected)}</Text>
        )}
        {ride.letOn && <Text className="ride-note">{say(historyTexts.letOn, { why: say(ride.letOn.why) })}</Text>}
        <Correctable ride={ride} memberId={memberId} onCorrected={onCorrected} />
      </View>
    </View>
  );
}

/** How a ride was closed that no scan closed, in brackets. */
function useHow({ closedBy, endedBy }: RideView): string {
  const say = useSay();
  if (endedBy !== undefined) return say(historyTexts.usual, { by: minuteText(endedBy) });
  return closedBy && closedBy !== 'scan' ? say(historyTexts.closedBy, { how: say(closingTexts[closedBy]) }) : '';
}

function Correctable({ ride, memberId, onCorrected }: RideRowProps) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const scans = ride.scans.filter(({ others }) => others.length > 0);
  if (scans.length === 0) return null;
  const corrected = () => {
    setOpen(false);
    onCorrected();
  };
  return (
    <>
      <Press className="ride-correct" onPress={() => setOpen(true)}>
        <Text>{say(correctionTexts.open)}</Text>
      </Press>
      {open && (
        <CorrectSheet
          city={ride.venue.city}
          memberId={memberId}
          scans={scans}
          onCorrected={corrected}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
