import type { DeliveryRow } from '@tongcheng/shared/reports/wire';
import type { Instant } from '@tongcheng/shared/time';
import Button from 'antd/es/button';
import Segmented from 'antd/es/segmented';
import { useState } from 'react';
import { DetailsDrawer } from '../../kit/details-drawer';
import { KitTable } from '../../kit/kit-table';
import { useSpeech } from '../../ui/language';
import { uiTexts } from '../../ui/texts';
import { useAddressState } from '../../ui/use-address-state';
import { deliveryColumns } from './delivery-columns';
import { deliveryFilters, reportTexts } from './texts';

interface Props {
  readonly deliveries: readonly DeliveryRow[];
  readonly now: Instant;
  /** Absent for those who may not send. */
  readonly onSendAgain: ((delivery: DeliveryRow) => void) | undefined;
}

const filters = ['all', 'failed', 'queued', 'sent'] as const;
const part = 'deliveries';

/** Which deliveries are shown: all, or those in one state. */
const StateFilter = ({ state, onState }: { readonly state: string; readonly onState: (state: string) => void }) => {
  const { say } = useSpeech();
  return (
    <Segmented
      aria-label={say(reportTexts.state)}
      options={filters.map((value) => ({ value, label: say(deliveryFilters[value]) }))}
      value={state}
      onChange={onState}
    />
  );
};

interface DetailsProps extends Pick<Props, 'now'> {
  readonly delivery: DeliveryRow;
  readonly onClose: () => void;
}

const DeliveryDetails = ({ delivery, now, onClose }: DetailsProps) => {
  const { say } = useSpeech();
  const lines = [
    ...deliveryColumns(say, now).map(({ name, text }) => ({ name: say(name), value: text(delivery, say) })),
    { name: 'Message-ID', value: <code className="whole">{delivery.messageId}</code> },
  ];
  return <DetailsDrawer title={say(reportTexts.deliveryDetails, delivery)} lines={lines} onClose={onClose} />;
};

/** Each sending of a report to a recipient and how it stands. */
export const DeliveryTable = ({ deliveries, now, onSendAgain }: Props) => {
  const { say } = useSpeech();
  const { read, write } = useAddressState(part, ['state']);
  const [open, setOpen] = useState<DeliveryRow>();
  const state = read('state') ?? 'all';
  const rows = state === 'all' ? deliveries : deliveries.filter((delivery) => delivery.state === state);
  return (
    <>
      <KitTable
        title={reportTexts.deliveries}
        part={part}
        rows={rows}
        columns={deliveryColumns(say, now)}
        keyOf={({ deliveryId }) => deliveryId}
        marks={(delivery) => ({ 'data-delivery': delivery.deliveryId, 'data-state': delivery.state })}
        empty={deliveries.length === 0 ? reportTexts.noDeliveries : uiTexts.noSuchRow}
        filters={<StateFilter state={state} onState={(next) => write({ state: next === 'all' ? undefined : next })} />}
        acts={(delivery) => (
          <>
            <Button size="small" data-act="details" onClick={() => setOpen(delivery)}>
              {say(uiTexts.details)}
            </Button>
            {onSendAgain && (
              <Button
                size="small"
                data-act="send-again"
                disabled={delivery.state === 'queued'}
                onClick={() => onSendAgain(delivery)}
              >
                {say(reportTexts.sendAgain)}
              </Button>
            )}
          </>
        )}
      />
      {open && <DeliveryDetails delivery={open} now={now} onClose={() => setOpen(undefined)} />}
    </>
  );
};
