import type { Measurement } from './measure';
import { keepsAim, rounded } from './measure';

/** A table for people; the same figures go out as JSON. */
export const table = (measurements: readonly Measurement[]): string =>
  measurements.map((measured) => [`\n${measured.name}`, ...rows(measured)].join('\n')).join('\n');

const rows = ({ figures }: Measurement): readonly string[] =>
  figures.map((figure) => {
    const value = `${rounded(figure.value).toLocaleString('en-US')} ${figure.unit}`.padStart(24);
    return `  ${figure.what.padEnd(64)}${value}  ${aimOf(figure)}`;
  });

const aimOf = (figure: Measurement['figures'][number]): string => {
  if (!figure.aim) return '';
  const bound = figure.aim.atLeast === undefined ? `≤ ${figure.aim.atMost}` : `≥ ${figure.aim.atLeast}`;
  return `${keepsAim(figure) ? 'keeps' : 'MISSES'} ${figure.aim.hoped ? 'the hope of ' : ''}${bound}`;
};
