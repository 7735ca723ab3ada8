import type { Text } from '@tongcheng/shared/text';
import type { Instant } from '@tongcheng/shared/time';

/** A departure that leaves next, or that is awaited where it goes. */
export interface WallLine {
  readonly departureId: string;
  readonly plate: string;
  readonly serviceNumber: string;
  readonly from: Text;
  readonly to: Text;
  readonly at: Instant;
}

/** A departure whose code its crew shows now. */
export interface WallDeparture extends Omit<WallLine, 'at'> {
  /** The link inside the code. */
  readonly link: string;
  readonly departsAt: Instant;
  readonly service: 'line' | 'charter';
  readonly outside: boolean;
  /** For practice: whoever scans it stands on no list. */
  readonly demonstration: boolean;
  /** Absent while the crew's confirmation has not arrived. */
  readonly aboard?: number;
  readonly registered?: number;
}

/** `GET /city/departures.json`: the coaches of a simulated province at the moment. */
export interface DeparturePage {
  readonly name: Text;
  readonly open: readonly WallDeparture[];
  readonly next: readonly WallLine[];
  readonly awaited: readonly WallLine[];
}

/** Whether what arrived is a page of departures; without a simulated province there is none. */
export const isDeparturePage = (value: unknown): value is DeparturePage =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  ['open', 'next', 'awaited'].every((list) => Array.isArray(Object.getOwnPropertyDescriptor(value, list)?.value));
