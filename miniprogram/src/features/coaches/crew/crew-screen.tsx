import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { showPageTop } from '../../../platform/view/page-top';
import { Button } from '../../../ui/button';
import { NoticeBar } from '../../../ui/notice-bar';
import { useSay } from '../../../ui/words';
import { ArrivalScreen } from '../arrival/arrival-screen';
import { StationScreen } from '../station/station-screen';
import { crewTexts } from '../texts/crew-texts';
import { DepartureAtCrew } from './departure-at-crew';
import { DepartureList } from './departure-list';
import { EndOfShift } from './end-of-shift';
import { JoinCrew } from './join-crew';
import { NewDeparture } from './new-departure';
import { useCrew } from './use-crew';
import '../coaches.scss';
import './crew.scss';

/** What a page of coach staff shows, as its address says, so that Back and a reload lead where they should. */
export interface CrewPlace {
  readonly invitation?: string | undefined;
  /** One departure of this phone. */
  readonly departure?: string | undefined;
  /** A new departure, prefilled from this one; `first` where there is none. */
  readonly from?: string | undefined;
}

/** Ways between the places of {@link CrewPlace}. */
export interface CrewWays {
  readonly onOpen: (departureId: string) => void;
  /** In the place of the form that made it. */
  readonly onMade: (departureId: string) => void;
  readonly onForm: (from: string) => void;
  readonly onBack: () => void;
  readonly onManual: (part: 'crew' | 'arrival') => void;
}

/** Departures of a crew: the list, a new one, one with its code (L-02). Works without a network. */
export function CrewScreen({ place, ways }: { readonly place: CrewPlace; readonly ways: CrewWays }) {
  const say = useSay();
  const { session, book, places } = useCrew();
  useEffect(() => {
    if (place.departure !== undefined || place.from !== undefined) showPageTop();
  }, [place]);
  if (!session) return <JoinCrew invitation={place.invitation} />;
  if (session.role === 'arrival-officer')
    return (
      <View className="sheet-of-paper coach" id="crew">
        <ArrivalScreen />
        <EndOfShift name={session.displayName} onManual={() => ways.onManual('arrival')} />
      </View>
    );
  if (session.role === 'desk' || session.role === 'ticket-seller')
    return (
      <View className="sheet-of-paper coach" id="crew">
        <StationScreen departureId={place.departure} onOpen={ways.onOpen} onBack={ways.onBack} />
        {place.departure === undefined && (
          <EndOfShift name={session.displayName} onManual={() => ways.onManual('crew')} />
        )}
      </View>
    );
  const heldBy = (id: string | undefined) => book.departures.find(({ departureId }) => departureId === id);
  const one = heldBy(place.departure);
  const made = { onMade: ({ departureId }: { readonly departureId: string }) => ways.onMade(departureId) };
  const isForm = place.from !== undefined;
  return (
    <View className="sheet-of-paper coach" id="crew">
      {book.refused.slice(0, 1).map(({ delivery, reason }) => (
        <NoticeBar
          key={delivery.event.eventId}
          tone="heed"
          words={say(crewTexts.refusedEvent, { reason: say(reason) })}
        />
      ))}
      {isForm && <NewDeparture {...{ session, places, ...made }} from={heldBy(place.from)} onBack={ways.onBack} />}
      {one && !isForm && (
        <DepartureAtCrew
          {...{ session, places, ...made }}
          held={one}
          waiting={book.waiting.length}
          onBack={ways.onBack}
          onForm={() => ways.onForm(one.departureId)}
        />
      )}
      {!one && !isForm && (
        <>
          {!session.signing && <NoticeBar tone="heed" words={say(crewTexts.notCrew)} />}
          {session.signing && (
            <Button
              id="new-departure"
              icon="plus"
              onPress={() => ways.onForm(book.departures[0]?.departureId ?? 'first')}
            >
              {say(crewTexts.newTitle)}
            </Button>
          )}
          <DepartureList departures={book.departures} onOpen={ways.onOpen} />
          <EndOfShift name={session.displayName} onManual={() => ways.onManual('crew')} />
        </>
      )}
    </View>
  );
}
