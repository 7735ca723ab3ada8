import type { Text } from '@tongcheng/shared/text';
import { collection } from '../../ports/document-store';

/** A stop of a line: with a code of its own it has the id of its station's venue, without the city. */
interface LineStop {
  readonly stopId: string;
  readonly name: Text;
  readonly lat: number;
  readonly lng: number;
}

/** The stops of a line in their order, from one end to the other. */
export interface LineStopsRecord {
  /** `${city}.${lineId}` */
  readonly _id: string;
  readonly city: string;
  readonly lineId: string;
  readonly stops: readonly LineStop[];
}
export const lineStops = collection<LineStopsRecord>()({
  name: 'line-stops',
  keep: { until: 'never', because: 'the network of stops' },
  belongs: { to: 'nobody' },
  indexes: [['city']],
});

/** The id of a line's record. */
export const lineStopsId = (city: string, lineId: string): string => `${city}.${lineId}`;
