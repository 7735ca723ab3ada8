import { cpus, totalmem } from 'node:os';

/** One figure of a bench: what, how much, and the aim it is held against. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** The aim; `hoped` marks one that is only reported, missed or not. */
  readonly aim?: { readonly atLeast?: number; readonly atMost?: number; readonly hoped?: true };
}

/** What one bench found out in one run; ratios only compare figures of the same run. */
export interface Measurement {
  readonly name: string;
  readonly figures: readonly Figure[];
}

/** Whether a figure keeps to its aim; figures without an aim always do. */
export const keepsAim = ({ value, aim }: Figure): boolean =>
  (aim?.atLeast === undefined || value >= aim.atLeast) && (aim?.atMost === undefined || value <= aim.atMost);

/** Whether a bench fails by this figure. */
export const fails = (figure: Figure): boolean => !keepsAim(figure) && figure.aim?.hoped !== true;

/** The machine that the figures belong to. */
export const machine = () => ({
  cores: cpus().length,
  model: cpus()[0]?.model ?? 'unknown',
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.version,
});

/** The value below which `share` of the values lie, e.g. 0.99. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Rounds to three significant digits, as far as such figures mean anything. */
export const rounded = (value: number): number => Number(value.toPrecision(3));
