import type { LineRow, VehicleRow } from '@tongcheng/shared/coaches/fleet-api';
import type { OperatorRow } from '@tongcheng/shared/venues/api';
import Button from 'antd/es/button';
import { useOfficial } from '../../../../client/official-context';
import { useQuery } from '../../../../client/use-query';
import { useSpeech } from '../../../../ui/language';
import { QueryView } from '../../../../ui/query-view';
import { SaidNotice, useOpenAct } from '../../../../ui/said-notice';
import { EndLine, EndVehicle } from './end-drawer';
import { fleetTexts as texts } from './fleet-texts';
import { LineDrawer } from './line-drawer';
import { LineTable } from './line-table';
import { VehicleDrawer } from './vehicle-drawer';
import { VehicleTable } from './vehicle-table';

type Open =
  | { readonly act: 'set-vehicle'; readonly row?: VehicleRow }
  | { readonly act: 'end-vehicle'; readonly row: VehicleRow }
  | { readonly act: 'set-line'; readonly row?: LineRow }
  | { readonly act: 'end-line'; readonly row: LineRow };

interface Props {
  readonly operator: OperatorRow;
  readonly onBack: () => void;
}

/** The vehicles and lines of an operator, in place of the list of operators. */
export const FleetView = ({ operator: { operatorId, name }, onBack }: Props) => {
  const { say } = useSpeech();
  const { city, may } = useOfficial();
  const query = useQuery(({ call }) => call('coaches.list-fleet', { city, operatorId }), operatorId);
  const { open, setOpen, close, said, done } = useOpenAct<Open>(query.refetch);
  const mayChange = may('coaches.set-vehicle') && may('coaches.set-line');
  return (
    <div data-part="coach-fleet">
      <div className="section-head">
        <h1>{say(texts.title, { operator: name })}</h1>
        {mayChange && (
          <>
            <Button data-act="add-vehicle" onClick={() => setOpen({ act: 'set-vehicle' })}>
              {say(texts.addVehicle)}
            </Button>
            <Button data-act="add-line" onClick={() => setOpen({ act: 'set-line' })}>
              {say(texts.addLine)}
            </Button>
          </>
        )}
        <Button data-act="all-operators" onClick={onBack}>
          {say(texts.back)}
        </Button>
      </div>
      <p className="rule">{say(texts.rule)}</p>
      <SaidNotice said={said} />
      <QueryView query={query} lines={8}>
        {({ vehicles, lines }) => (
          <>
            <section className="sheet">
              <VehicleTable
                vehicles={vehicles}
                mayChange={mayChange}
                onChange={(row) => setOpen({ act: 'set-vehicle', row })}
                onEnd={(row) => setOpen({ act: 'end-vehicle', row })}
              />
            </section>
            <section className="sheet">
              <LineTable
                lines={lines}
                mayChange={mayChange}
                onChange={(row) => setOpen({ act: 'set-line', row })}
                onEnd={(row) => setOpen({ act: 'end-line', row })}
              />
            </section>
          </>
        )}
      </QueryView>
      {open && <OpenDrawer open={open} operatorId={operatorId} onDone={done} onClose={close} />}
    </div>
  );
};

interface DrawerProps {
  readonly open: Open;
  readonly operatorId: string;
  readonly onDone: (said: string) => void;
  readonly onClose: () => void;
}

const OpenDrawer = ({ open, ...rest }: DrawerProps) => {
  switch (open.act) {
    case 'set-vehicle':
      return <VehicleDrawer vehicle={open.row} {...rest} />;
    case 'end-vehicle':
      return <EndVehicle row={open.row} {...rest} />;
    case 'set-line':
      return <LineDrawer line={open.row} {...rest} />;
    case 'end-line':
      return <EndLine row={open.row} {...rest} />;
  }
};
