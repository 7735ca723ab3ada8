import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { usePhone, useRecord } from '../../../client/phone';
import { Button } from '../../../ui/button';
import { NoticeBar } from '../../../ui/notice-bar';
import { useSay } from '../../../ui/words';
import { arrivalBookRecord } from '../arrival/arrival-book';
import { helpedBookRecord } from '../helped/helped-book';
import { crewTexts } from '../texts/crew-texts';
import { manualTexts } from '../texts/manual-texts';
import { crewBookRecord } from './crew-book';

interface EndOfShiftProps {
  readonly name: string;
  readonly onManual: () => void;
}

/**
 * Who is signed in, the manual, and out of the shift. What this phone has not delivered yet could not be delivered afterwards, and the codes of such departures
 * would be dead: whoever ends the shift before it is told so first.
 */
export function EndOfShift({ name, onManual }: EndOfShiftProps) {
  const say = useSay();
  const { crew } = usePhone();
  const waiting =
    useRecord(crewBookRecord).waiting.length +
    useRecord(helpedBookRecord).waiting.length +
    useRecord(arrivalBookRecord).waiting.length;
  const [isAsked, setAsked] = useState(false);
  const asks = isAsked && waiting > 0;
  return (
    <View className="crew-session">
      <Text className="panel-note">{say(crewTexts.signedInAs, { name })}</Text>
      <Button id="manual-link" variant="link" icon="guide" onPress={onManual}>
        {say(manualTexts.open)}
      </Button>
      {asks && (
        <NoticeBar tone="heed" words={say(crewTexts.signOutWaiting, { n: waiting })}>
          <Button id="end-shift-sure" variant="link" onPress={() => crew.signOut()}>
            {say(crewTexts.signOutSure)}
          </Button>
        </NoticeBar>
      )}
      <Button
        id="end-shift"
        variant="link"
        onPress={() => {
          if (asks) setAsked(false);
          else if (waiting > 0) setAsked(true);
          else crew.signOut().catch(() => undefined);
        }}
      >
        {say(asks ? crewTexts.signOutStay : crewTexts.signOut)}
      </Button>
    </View>
  );
}
