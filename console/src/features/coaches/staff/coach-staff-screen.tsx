import { formatInstant } from '@tongcheng/shared/time';
import Button from 'antd/es/button';
import { useState } from 'react';
import { useOfficial } from '../../../client/official-context';
import { useQuery } from '../../../client/use-query';
import { KitProvider } from '../../../kit/kit-provider';
import { KitTable } from '../../../kit/kit-table';
import { useSpeech } from '../../../ui/language';
import { QueryView } from '../../../ui/query-view';
import { useAddressState } from '../../../ui/use-address-state';
import { AddOperator } from './add-operator';
import { type CoachPlaces, type InvitedTo, loadCoachPlaces, toOperator, toStations } from './coach-places';
import { fleetTexts } from './fleet/fleet-texts';
import { FleetView } from './fleet/fleet-view';
import { InviteStaff } from './invite-staff';
import { coachStaffTexts as texts } from './texts';

interface TableProps extends CoachPlaces {
  readonly onInvite: (to: InvitedTo) => void;
  readonly onFleet: (operatorId: string) => void;
}

const Operators = ({ operators, onInvite, onFleet }: Omit<TableProps, 'stations'>) => {
  const { say } = useSpeech();
  const { may } = useOfficial();
  return (
    <KitTable
      title={texts.operators}
      part="coach-operators"
      rows={operators}
      columns={[
        { id: 'name', name: texts.operator, text: ({ name }) => name, order: ({ name }) => name, kind: 'head' },
        {
          id: 'since',
          name: texts.since,
          text: ({ addedAt }) => formatInstant(addedAt, 'YYYY-MM-DD'),
          order: ({ addedAt }) => addedAt,
        },
      ]}
      keyOf={({ operatorId }) => operatorId}
      marks={({ operatorId }) => ({ 'data-operator': operatorId })}
      empty={texts.noOperator}
      acts={(operator) => (
        <>
          {may('oversight.create-invitation') && (
            <Button size="small" data-act="invite-crew" onClick={() => onInvite(toOperator(operator))}>
              {say(texts.invite)}
            </Button>
          )}
          {may('coaches.list-fleet') && (
            <Button size="small" data-act="open-fleet" onClick={() => onFleet(operator.operatorId)}>
              {say(fleetTexts.open)}
            </Button>
          )}
        </>
      )}
    />
  );
};

const Stations = ({ stations, onInvite }: Omit<TableProps, 'operators' | 'onFleet'>) => {
  const { say } = useSpeech();
  const { may } = useOfficial();
  const mayInvite = may('oversight.create-invitation');
  return (
    <>
      <KitTable
        title={texts.stations}
        part="coach-stations"
        rows={stations}
        columns={[
          {
            id: 'name',
            name: texts.station,
            text: ({ name }) => say(name),
            order: ({ name }) => say(name),
            kind: 'head',
          },
        ]}
        keyOf={({ stationId }) => stationId}
        marks={({ stationId }) => ({ 'data-station': stationId })}
        empty={texts.noStation}
        acts={(station) =>
          mayInvite && (
            <Button
              size="small"
              data-act="invite-station"
              onClick={() => onInvite(toStations([station], station.name))}
            >
              {say(texts.invite)}
            </Button>
          )
        }
      />
      {mayInvite && stations.length > 1 && (
        <Button data-act="invite-all" onClick={() => onInvite(toStations(stations, texts.allStations))}>
          {say(texts.inviteAll)}
        </Button>
      )}
    </>
  );
};

const CoachStaff = () => {
  const { say } = useSpeech();
  const { city, may } = useOfficial();
  const [to, setTo] = useState<InvitedTo>();
  const [isAdding, setAdding] = useState(false);
  const query = useQuery(loadCoachPlaces(city), city);
  const { read, write } = useAddressState('coach-staff', ['operator']);
  const shown = query.value?.operators.find(({ operatorId }) => operatorId === read('operator'));
  if (shown && may('coaches.list-fleet'))
    return <FleetView operator={shown} onBack={() => write({ operator: undefined })} />;
  return (
    <div data-part="coach-staff-screen">
      <div className="section-head">
        <h1>{say(texts.title)}</h1>
        {may('venues.add-operator') && (
          <Button data-act="add-operator" onClick={() => setAdding(true)}>
            {say(texts.add)}
          </Button>
        )}
      </div>
      <p className="rule">{say(texts.rule)}</p>
      <QueryView query={query} lines={8}>
        {({ operators, stations }) => (
          <>
            <section className="sheet">
              <Operators operators={operators} onInvite={setTo} onFleet={(operator) => write({ operator })} />
            </section>
            <section className="sheet">
              <Stations stations={stations} onInvite={setTo} />
            </section>
          </>
        )}
      </QueryView>
      {to && <InviteStaff to={to} onClose={() => setTo(undefined)} />}
      {isAdding && <AddOperator onAdded={query.refetch} onClose={() => setAdding(false)} />}
    </div>
  );
};

/** Who runs coaches, and invitations of their staff and of stations. */
export const CoachStaffScreen = () => (
  <KitProvider>
    <CoachStaff />
  </KitProvider>
);
