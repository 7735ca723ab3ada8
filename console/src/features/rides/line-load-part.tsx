import type { Day } from '@tongcheng/shared/time';
import { useOfficial } from '../../client/official-context';
import { useQuery } from '../../client/use-query';
import { QueryView } from '../../ui/query-view';
import { useAddressState } from '../../ui/use-address-state';
import { LineLoadChart } from './line-load-chart';

const renewMs = 60_000;

/** A line's load on the day of the screen; without a choice that of the line most people scanned. */
export const LineLoadPart = ({ day }: { readonly day: Day | '' }) => {
  const { city } = useOfficial();
  const { read, write } = useAddressState('live', ['line']);
  const lineId = read('line');
  const input = { city, ...(day !== '' && { day }), ...(lineId !== undefined && { lineId }) };
  const query = useQuery((client) => client.call('rides.line-load', input), JSON.stringify(input), renewMs);
  return (
    <QueryView query={query} lines={8}>
      {(load) => load.lineId !== undefined && <LineLoadChart load={load} onLine={(line) => write({ line })} />}
    </QueryView>
  );
};
