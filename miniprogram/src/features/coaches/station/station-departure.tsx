import { Text, View } from '@tarojs/components';
import type { ArrivedFailure } from '@tongcheng/shared/client';
import type { showDepartureCode } from '@tongcheng/shared/coaches/api';
import { departureLink } from '@tongcheng/shared/coaches/departure-code';
import type { DepartureView } from '@tongcheng/shared/coaches/wire';
import type { OutputOf } from '@tongcheng/shared/endpoint';
import { formatInstant } from '@tongcheng/shared/time';
import { paintedPlate } from '@tongcheng/shared/venues/plates';
import { useEffect, useState } from 'react';
import { usePhone } from '../../../client/phone';
import { Button } from '../../../ui/button';
import { NoticeBar } from '../../../ui/notice-bar';
import { useSay } from '../../../ui/words';
import { CodePanel } from '../crew/code-panel';
import { firstTime } from '../crew/departure-times';
import { DepartureProgress } from '../crew/progress';
import { useSeen } from '../crew/use-seen';
import { HelpPassenger } from '../helped/help-passenger';
import { placesOfJourney } from '../leg-choice';
import { RegularList } from '../regulars/regular-list';
import { crewTexts } from '../texts/crew-texts';
import { stationTexts } from '../texts/station-texts';

type Code = OutputOf<typeof showDepartureCode>;

/** One departure at its station: how far it is, somebody to register, the code to show and to print for the coach's door. */
export function StationDeparture({ known, onBack }: { readonly known: DepartureView; readonly onBack: () => void }) {
  const say = useSay();
  const { city, departureId } = known;
  const { seen = known, isStale, ask } = useSeen(known);
  const { code, failure } = useCode(seen);
  const { plate, departsAt, destination, serviceNumber = '', phase } = seen;
  const mayRegister = phase === 'open' || phase === 'planned' || phase === 'departed';
  return (
    <>
      <View className="panel crew-head" id="station-departure">
        <Text className="coach-plate">{plate === undefined ? '' : paintedPlate(plate)}</Text>
        <Text>{`${formatInstant(departsAt, 'MM-DD HH:mm')} → ${destination?.name ?? ''}`}</Text>
        <Text className="panel-note">{`${serviceNumber} · ${say(crewTexts[phase])}${firstTime(seen, say)}`}</Text>
      </View>
      <DepartureProgress seen={seen} />
      {isStale && <NoticeBar words={say(crewTexts.stale)} />}
      {mayRegister && (
        <HelpPassenger
          {...{ city, departureId }}
          asksAddresses={code?.asksAddresses === true}
          places={placesOfJourney(seen)}
          onTaken={ask}
        />
      )}
      {phase === 'open' && (
        <RegularList
          {...{ city, departureId }}
          asksAddresses={code?.asksAddresses === true}
          places={placesOfJourney(seen)}
          onTaken={ask}
        />
      )}
      {failure && <NoticeBar tone="heed" words={say(failure)} />}
      {code && mayRegister && plate !== undefined && (
        <CodePanel
          link={departureLink(code.publicUrl, code.code)}
          shown={{ plate, departsAt, destination: destination?.name ?? '', serviceNumber }}
        />
      )}
      <Button variant="link" icon="back" onPress={onBack}>
        {say(stationTexts.title)}
      </Button>
    </>
  );
}

/** The code of the coach that runs the departure now. */
function useCode({ city, departureId, plate, phase }: DepartureView) {
  const { crew } = usePhone();
  const [code, setCode] = useState<Code>();
  const [failure, setFailure] = useState<ArrivedFailure<string>>();
  useEffect(() => {
    if (plate === undefined || (phase !== 'open' && phase !== 'departed')) return;
    crew
      .call('coaches.show-departure-code', { city, departureId })
      .then((answer) => {
        if (answer.ok) setCode(answer.value);
        setFailure(answer.ok ? undefined : answer.failure);
      })
      .catch(() => undefined);
  }, [crew, city, departureId, plate, phase]);
  return { code, failure };
}
