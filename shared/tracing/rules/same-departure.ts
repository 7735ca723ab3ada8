import type { TraceRule } from './match';

/** Coaches: whoever is on the manifest of the same departure, for all of it. */
export const sameDeparture: TraceRule = (index, other) => {
  const from = Math.min(index.aboard.likely.from, other.aboard.likely.from);
  const to = Math.max(index.aboard.likely.to, other.aboard.likely.to);
  return { restsOn: 'manifest', certainty: 'proven', shared: { from, to } };
};
