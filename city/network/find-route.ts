import type { Line } from './network';

/** A stretch on one line. */
export interface Leg {
  readonly line: Line;
  readonly from: number;
  readonly to: number;
}

interface Node {
  readonly line: Line;
  readonly stop: number;
  readonly stopId: string;
  seconds: number;
  before: Node | undefined;
  done: boolean;
}

const changeSeconds = 240;

/** Quickest ways between stations of the same mode by name, changes included; remembers what it worked out. */
export const routeFinder = (lines: readonly Line[]): ((from: string, to: string) => readonly Leg[]) => {
  const known = new Map<string, ReadonlyMap<string, Node>>();
  return (from, to) => {
    const tree = known.get(from) ?? treeFrom(lines, from);
    known.set(from, tree);
    const end = tree.get(to);
    return end ? legsTo(end) : [];
  };
};

/** For every station the node by which it is reached first. */
function treeFrom(lines: readonly Line[], from: string): ReadonlyMap<string, Node> {
  const open = lines.flatMap((line) =>
    line.stops.map(({ stopId }, stop) => nodeAt(line, stop, stopId, stopId === from)),
  );
  const first = new Map<string, Node>();
  for (let next = nearest(open); next; next = nearest(open)) {
    next.done = true;
    if (!first.has(next.stopId)) first.set(next.stopId, next);
    for (const node of open) relax(next, node);
  }
  return first;
}

function nodeAt(line: Line, stop: number, stopId: string, isStart: boolean): Node {
  return { line, stop, stopId, seconds: isStart ? 0 : Number.POSITIVE_INFINITY, before: undefined, done: false };
}

function nearest(open: readonly Node[]): Node | undefined {
  let best: Node | undefined;
  for (const node of open) if (!node.done && node.seconds < (best?.seconds ?? Number.POSITIVE_INFINITY)) best = node;
  return best;
}

function relax(from: Node, to: Node): void {
  if (to.done) return;
  const seconds = secondsBetween(from, to);
  if (seconds === undefined || from.seconds + seconds >= to.seconds) return;
  to.seconds = from.seconds + seconds;
  to.before = from;
}

function secondsBetween(from: Node, to: Node): number | undefined {
  if (from.line !== to.line) return from.stopId === to.stopId ? changeSeconds : undefined;
  if (Math.abs(from.stop - to.stop) !== 1) return undefined;
  const [a, b] = [from.line.stops[from.stop], from.line.stops[to.stop]];
  return a && b ? Math.abs(a.atSeconds - b.atSeconds) : undefined;
}

function legsTo(end: Node): readonly Leg[] {
  const path: Node[] = [];
  for (let node: Node | undefined = end; node; node = node.before) path.unshift(node);
  const legs: Leg[] = [];
  for (const { line, stop } of path) {
    const last = legs[legs.length - 1];
    if (last?.line === line) legs[legs.length - 1] = { ...last, to: stop };
    else legs.push({ line, from: stop, to: stop });
  }
  return legs.filter((leg) => leg.from !== leg.to);
}
