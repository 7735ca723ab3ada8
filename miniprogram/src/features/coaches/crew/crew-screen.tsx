import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { usePhone } from '../../../client/phone';
import { showPageTop } from '../../../platform/view/page-top';
import { Button } from '../../../ui/button';
import { NoticeBar } from '../../../ui/notice-bar';
import { useSay } from '../../../ui/words';
import { ArrivalScreen } from '../arrival/arrival-screen';
import { crewTexts } from '../texts/crew-texts';
import type { HeldDeparture } from './crew-book';
import { DepartureAtCrew } from './departure-at-crew';
import { DepartureList } from './departure-list';
import { JoinCrew } from './join-crew';
import { NewDeparture } from './new-departure';
import { useCrew } from './use-crew';
import '../coaches.scss';
import './crew.scss';

type Place =
  | { readonly at: 'list' }
  | { readonly at: 'new'; readonly from: HeldDeparture | undefined }
  | { readonly at: 'one'; readonly departureId: string };

/** Departures of a crew: the list, a new one, one with its code (L-02). Works without a network. */
export function CrewScreen({ invitation }: { readonly invitation: string | undefined }) {
  const say = useSay();
  const { session, book, places } = useCrew();
  const [place, setPlace] = useState<Place>({ at: 'list' });
  useEffect(() => {
    if (place.at !== 'list') showPageTop();
  }, [place.at]);
  if (!session) return <JoinCrew invitation={invitation} />;
  if (session.role === 'arrival-officer')
    return (
      <View className="sheet-of-paper coach" id="crew">
        <ArrivalScreen />
        <EndOfShift name={session.displayName} />
      </View>
    );
  const one =
    place.at === 'one' ? book.departures.find(({ departureId }) => departureId === place.departureId) : undefined;
  const back = () => setPlace({ at: 'list' });
  const again = (from: HeldDeparture | undefined) => setPlace({ at: 'new', from });
  return (
    <View className="sheet-of-paper coach" id="crew">
      {book.refused.slice(0, 1).map(({ delivery, reason }) => (
        <NoticeBar
          key={delivery.event.eventId}
          tone="heed"
          words={say(crewTexts.refusedEvent, { reason: say(reason) })}
        />
      ))}
      {place.at === 'new' && (
        <NewDeparture
          {...{ session, places }}
          from={place.from}
          onMade={({ departureId }) => setPlace({ at: 'one', departureId })}
          onBack={back}
        />
      )}
      {one && <DepartureAtCrew held={one} waiting={book.waiting.length} onBack={back} onAgain={() => again(one)} />}
      {place.at === 'list' && (
        <>
          {!session.signing && <NoticeBar tone="heed" words={say(crewTexts.notCrew)} />}
          {session.signing && (
            <Button id="new-departure" icon="plus" onPress={() => again(book.departures[0])}>
              {say(crewTexts.newTitle)}
            </Button>
          )}
          <DepartureList departures={book.departures} onOpen={(departureId) => setPlace({ at: 'one', departureId })} />
          <EndOfShift name={session.displayName} />
        </>
      )}
    </View>
  );
}

/** Who is signed in, and out of the shift. */
function EndOfShift({ name }: { readonly name: string }) {
  const say = useSay();
  const { crew } = usePhone();
  return (
    <View className="crew-session">
      <Text className="panel-note">{say(crewTexts.signedInAs, { name })}</Text>
      <Button id="end-shift" variant="link" onPress={() => crew.signOut()}>
        {say(crewTexts.signOut)}
      </Button>
    </View>
  );
}
