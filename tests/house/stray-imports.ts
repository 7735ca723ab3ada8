import { apart, capabilityOrder, mayImport } from './rooms';
import type { Source } from './sources';

const within = (path: string, room: string) => path === room || path.startsWith(`${room}/`);
const roomOf = (path: string) =>
  Object.keys(mayImport)
    .filter((room) => within(path, room))
    .sort((a, b) => b.length - a.length)[0];

/** Every import that the house forbids, as `file -> module (why)`. */
export const strayImports = (sources: readonly Source[]): readonly string[] =>
  sources.flatMap((source) =>
    source.imports.flatMap((to) => {
      const why = reason(source.path, to);
      return why ? [`${source.path} -> ${to} (${why})`] : [];
    }),
  );

function reason(from: string, to: string): string | undefined {
  const room = roomOf(from);
  if (!room) return 'a room nobody declared';
  if (!(mayImport[room] ?? []).some((allowed) => within(to, allowed))) return `not for ${room}`;
  if (apart.some((street) => isNeighbour(street, from, to))) return 'neighbours never import one another';
  return isUpward(from, to) ? 'a lower capability never imports a higher one' : undefined;
}

const houseIn = (street: string, path: string) =>
  within(path, street) ? path.slice(street.length + 1).split('/')[0] : undefined;

function isNeighbour(street: string, from: string, to: string): boolean {
  const [mine, theirs] = [houseIn(street, from), houseIn(street, to)];
  return mine !== undefined && theirs !== undefined && mine !== theirs;
}

function isUpward(from: string, to: string): boolean {
  const [mine, theirs] = [houseIn('cloudfunctions/app', from), houseIn('cloudfunctions/app', to)];
  if (mine === undefined || theirs === undefined) return false;
  return capabilityOrder.indexOf(theirs) > capabilityOrder.indexOf(mine) && capabilityOrder.includes(mine);
}
