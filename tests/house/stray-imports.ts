import { apart, capabilityOrder, floorsOfCapabilities, mayImport } from './rooms';
import type { Source } from './sources';

const within = (path: string, room: string) => path === room || path.startsWith(`${room}/`);
const roomOf = (path: string) =>
  Object.keys(mayImport)
    .filter((room) => within(path, room))
    .sort((a, b) => b.length - a.length)[0];

/** Every import that the house forbids, as `file -> module (why)`. */
export const strayImports = (sources: readonly Source[]): readonly string[] =>
  sources.flatMap(({ path, imports }) =>
    imports.flatMap(({ to }) => {
      const why = to === undefined ? undefined : reason(path, to);
      return why ? [`${path} -> ${to} (${why})`] : [];
    }),
  );

/** Every folder on a floor of capabilities that the order of capabilities does not name. */
export const unnamedCapabilities = (sources: readonly Source[]): readonly string[] => [
  ...new Set(
    sources.flatMap(({ path }) =>
      floorsOfCapabilities.flatMap((floor) => {
        const name = folderIn(floor, path);
        return name === undefined || capabilityOrder.includes(name) ? [] : [`${floor}/${name}`];
      }),
    ),
  ),
];

/** Rooms that know no vendor: the packages that they may use, Node's own modules aside where they run on Node. */
const mayUse: Readonly<Record<string, RegExp>> = {
  shared: /^zod(\/|$)/,
  'cloudfunctions/ports': /^node:/,
  // It holds opened day keys for seconds, and the package bounds their age and number; it reaches nothing outside the process.
  'cloudfunctions/vault': /^(node:|zod$|lru-cache$)/,
  'cloudfunctions/edge': /^(node:|zod$)/,
  // The program of a gate: what runs for years behind a barrier has few parts.
  'host/device': /^(node:|zod$)/,
};

/** Every package in a room that is to know none of its kind, as `file -> package`. */
export const strayPackages = (sources: readonly Source[]): readonly string[] =>
  sources.flatMap(({ path, imports }) => {
    const allowed = Object.entries(mayUse).find(([room]) => within(path, room))?.[1];
    return imports
      .filter(({ name, to }) => allowed && to === undefined && !allowed.test(name))
      .map(({ name }) => `${path} -> ${name}`);
  });

function reason(from: string, to: string): string | undefined {
  const room = roomOf(from);
  if (!room) return 'a room nobody declared';
  if (!(mayImport[room] ?? []).some((allowed) => within(to, allowed))) return `not for ${room}`;
  if (apart.some((street) => isNeighbour(street, from, to))) return 'neighbours never import one another';
  return floorsOfCapabilities.flatMap((floor) => capabilityReason(floor, from, to) ?? [])[0];
}

/** The folder of a path on a floor; undefined for a file that stands on the floor itself. */
const folderIn = (floor: string, path: string) =>
  (within(path, floor) ? path.slice(floor.length + 1) : '').match(/^([^/]+)\//)?.[1];

function isNeighbour(street: string, from: string, to: string): boolean {
  const [mine, theirs] = [folderIn(street, from), folderIn(street, to)];
  return mine !== undefined && theirs !== undefined && mine !== theirs;
}

function capabilityReason(floor: string, from: string, to: string): string | undefined {
  const [mine, theirs] = [folderIn(floor, from), folderIn(floor, to)];
  if (mine === undefined || theirs === undefined || mine === theirs) return undefined;
  const [low, high] = [capabilityOrder.indexOf(mine), capabilityOrder.indexOf(theirs)];
  if (low < 0 || high < 0) return 'a capability that the order does not name';
  return high < low ? undefined : 'a lower capability never imports a higher one';
}
