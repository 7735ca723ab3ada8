import type { Point } from '@tongcheng/shared/rides/distance';
import type { WorldScan } from '../tracing/world/true-ride';

/** A scan that somebody made, with where they really were. */
export interface MadeScan extends Omit<WorldScan, 'madeAbove'> {
  readonly id: string;
  readonly rider: string;
  /** Where the phone was. */
  readonly at: Point;
  /** Of which attack it is; absent of an honest one. */
  readonly attack?: string;
  /** In another city, and how far from the middle of this one that is. */
  readonly city?: string;
}
