import type { VehicleRow } from '@tongcheng/shared/coaches/fleet-api';
import { paintedPlate } from '@tongcheng/shared/venues/plates';
import { KitTable } from '../../../../kit/kit-table';
import type { TableColumn } from '../../../../kit/table-view';
import { formatCount } from '../../../../ui/format';
import { useOfficialName } from '../../../../ui/official-name';
import { EntryActs } from './entry-acts';
import { changedColumn, stateColumn } from './entry-columns';
import { gradeTexts, sizeTexts, fleetTexts as texts, vehicleEndTexts } from './fleet-texts';

const columns = (nameOf: (who: string) => string): readonly TableColumn<VehicleRow>[] => [
  {
    id: 'plate',
    name: texts.plate,
    text: ({ plate }) => paintedPlate(plate),
    order: ({ plate }) => plate,
    kind: 'head',
  },
  {
    id: 'seats',
    name: texts.seats,
    text: ({ seats }) => formatCount(seats),
    order: ({ seats }) => seats,
    kind: 'number',
  },
  { id: 'size', name: texts.size, text: ({ size }, say) => say(sizeTexts[size]), order: ({ size }) => size },
  {
    id: 'grade',
    name: texts.grade,
    text: ({ grade }, say) => (grade ? say(gradeTexts[grade]) : '—'),
    order: ({ grade }) => grade ?? '',
  },
  stateColumn(
    ({ outOfUse }, say) => outOfUse && { since: outOfUse.since, reason: say(vehicleEndTexts[outOfUse.reason]) },
  ),
  changedColumn(nameOf),
];

interface Props {
  readonly vehicles: readonly VehicleRow[];
  readonly mayChange: boolean;
  readonly onChange: (vehicle: VehicleRow) => void;
  readonly onEnd: (vehicle: VehicleRow) => void;
}

/** The vehicles of an operator. */
export const VehicleTable = ({ vehicles, mayChange, onChange, onEnd }: Props) => (
  <KitTable
    title={texts.vehicles}
    part="coach-vehicles"
    rows={vehicles}
    columns={columns(useOfficialName())}
    keyOf={({ vehicleId }) => vehicleId}
    marks={({ vehicleId, outOfUse }) => ({ 'data-vehicle': vehicleId, 'data-state': outOfUse ? 'ended' : 'in-use' })}
    empty={texts.noVehicle}
    acts={(row) =>
      mayChange && (
        <EntryActs isEnded={row.outOfUse !== undefined} onChange={() => onChange(row)} onEnd={() => onEnd(row)} />
      )
    }
    isSearchPrivate
  />
);
