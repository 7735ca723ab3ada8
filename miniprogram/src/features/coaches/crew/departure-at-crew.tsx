import { Text, View } from '@tarojs/components';
import type { listPlaces } from '@tongcheng/shared/coaches/api';
import { departureLink, readDepartureCode } from '@tongcheng/shared/coaches/departure-code';
import type { OutputOf } from '@tongcheng/shared/endpoint';
import type { StaffSession } from '@tongcheng/shared/oversight/sessions';
import { useEffect } from 'react';
import { usePhone } from '../../../client/phone';
import { keepScreenOn } from '../../../platform/device/keep-screen-on';
import { useInFront } from '../../../platform/view/in-front';
import { Button } from '../../../ui/button';
import { NoticeBar } from '../../../ui/notice-bar';
import { useSay } from '../../../ui/words';
import { HelpPassenger } from '../helped/help-passenger';
import { placesOfJourney } from '../leg-choice';
import { RegularList } from '../regulars/regular-list';
import { crewTexts } from '../texts/crew-texts';
import { formTexts } from '../texts/form-texts';
import { CodePanel } from './code-panel';
import { crewNow, type HeldDeparture, timeNow } from './crew-book';
import { DelayDeparture } from './delay-departure';
import { firstTime } from './departure-times';
import { Leaving } from './leaving';
import { DepartureProgress } from './progress';
import { type Reminder, reminderDue } from './reminders';
import { ReplaceCoach } from './replace-coach';
import { replaceCrew } from './replace-crew';
import { SameAgain } from './same-again';
import { SoundSwitch } from './sound-switch';
import { useSignals } from './use-signals';
import { useTold } from './use-told';

interface DepartureAtCrewProps {
  readonly held: HeldDeparture;
  readonly session: StaffSession;
  readonly places: OutputOf<typeof listPlaces>;
  /** How many events wait on this phone. */
  readonly waiting: number;
  readonly onBack: () => void;
  readonly onMade: (departure: HeldDeparture) => void;
  readonly onForm: () => void;
}

/** One departure as its crew have it before them: the code large, how far the registration is, and leaving. The screen stays on. */
export function DepartureAtCrew({ held, session, places, waiting, onBack, onMade, onForm }: DepartureAtCrewProps) {
  const say = useSay();
  const { clock } = usePhone();
  const { seen, isStale, ask, tell, replace, reschedule } = useTold(held);
  const reminder = seen && reminderDue(seen, places.remindMinutesBefore, clock.now());
  useSignals(seen && seen.standing === 'complete', reminder);
  useAwake();
  const { opened, code, city, departureId } = held;
  // Before the service ever said where links lead, the bare code is read by the app's own camera.
  const link = places.publicUrl === '' ? code : departureLink(places.publicUrl, code);
  const isOver = seen !== undefined && seen.phase !== 'open' && seen.phase !== 'planned';
  const isOnTheWay = seen?.phase === 'departed';
  const asksAddresses = readDepartureCode(code)?.fields.asksAddresses === true;
  // What this phone said stands until it is delivered; then what the service says, colleagues' word among it.
  const departsAt = waiting > 0 ? timeNow(held) : (seen?.departsAt ?? timeNow(held));
  const shown = {
    ...{ plate: crewNow(held).plate, departsAt },
    ...{ destination: opened.destination.name, serviceNumber: opened.serviceNumber },
  };
  return (
    <>
      {reminder && seen && <ReminderNotice reminder={reminder} missing={seen.figures.missing} />}
      {seen && <DepartureProgress seen={seen} onCount={(aboard) => tell({ kind: 'aboard-counted', aboard })} />}
      {waiting > 0 && <NoticeBar words={say(crewTexts.waiting, { n: waiting })} />}
      {isStale && waiting === 0 && <NoticeBar words={say(crewTexts.stale)} />}
      {(!isOver || isOnTheWay) && <CodePanel link={link} shown={shown} />}
      <Text className="panel-note">{`${opened.serviceNumber} · ${say(crewTexts[seen?.phase ?? 'planned'])}${seen ? firstTime(seen, say) : ''}`}</Text>
      {(!isOver || isOnTheWay) && (
        <HelpPassenger
          {...{ city, departureId, asksAddresses }}
          places={placesOfJourney(opened)}
          onWithdraw={isOver ? undefined : (registration) => tell({ kind: 'withdrawn', registration })}
          onTaken={ask}
        />
      )}
      {seen?.phase === 'open' && session.visitor !== true && (
        <RegularList {...{ city, departureId, asksAddresses }} places={placesOfJourney(opened)} onTaken={ask} />
      )}
      {!isOver && <Leaving mayLeave={seen !== undefined && seen.standing !== 'incomplete'} onTell={tell} />}
      <View className="crew-session">
        <SoundSwitch />
        {!isOver && <DelayDeparture departsAt={departsAt} onTell={reschedule} />}
        {(!isOver || isOnTheWay) && (
          <ReplaceCoach
            held={held}
            onReplace={(replacement) => {
              const replaced = replaceCrew(held, replacement, session, places);
              if (replaced) replace(replaced);
            }}
          />
        )}
      </View>
      <SameAgain {...{ held, session, places, onMade, onForm }} />
      <Button variant="link" icon="back" onPress={onBack}>
        {say(crewTexts.back)}
      </Button>
    </>
  );
}

/** How much time is left and who is missing; a screen reader says it by itself. */
function ReminderNotice({ reminder, missing }: { readonly reminder: Reminder; readonly missing: number }) {
  const say = useSay();
  const { minutesLeft: n } = reminder;
  return <NoticeBar tone="heed" words={say(n === 0 ? formTexts.reminderPast : formTexts.reminder, { n, missing })} />;
}

/** While the page is in front its screen stays on: people scan from it. */
function useAwake(): void {
  const inFront = useInFront();
  useEffect(() => (inFront ? keepScreenOn() : undefined), [inFront]);
}
