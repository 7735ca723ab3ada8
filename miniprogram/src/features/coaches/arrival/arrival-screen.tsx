import { View } from '@tarojs/components';
import { NoticeBar } from '../../../ui/notice-bar';
import { useSay } from '../../../ui/words';
import { arrivalTexts } from '../texts/arrival-texts';
import { ExpectedArrivals } from './expected-arrivals';
import { FindTrip } from './find-trip';
import { useArrival } from './use-arrival';
import { VerifyTrip } from './verify-trip';

/** Verification on arrival 到站核验 (L-08): find the trip, tick who is there, add who is missing from the list, close. */
export function ArrivalScreen() {
  const say = useSay();
  const at = useArrival();
  const { book, failure } = at;
  return (
    <View className="coach" id="arrival">
      {book.waiting.length > 0 && <NoticeBar words={say(arrivalTexts.waiting, { n: book.waiting.length })} />}
      {book.refused && <NoticeBar tone="heed" words={say(book.refused)} />}
      {failure && <NoticeBar tone="heed" words={say(failure)} />}
      {book.open ? (
        <VerifyTrip at={at} manifest={book.open} />
      ) : (
        <>
          <FindTrip busy={at.busy} onFind={at.open} />
          <ExpectedArrivals onOpen={at.open} />
        </>
      )}
    </View>
  );
}
