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

/** Rooms that know no vendor: the packages that they may use, Node's own modules aside where they run on Node. */
const mayUse: Readonly<Record<string, RegExp>> = {
  shared: /^(zod|dayjs)(\/|$)/,
  'cloudfunctions/ports': /^node:/,
  'cloudfunctions/vault': /^(node:|zod$)/,
  'cloudfunctions/edge': /^(node:|zod$)/,
};

/** Every package in a room that is to know none of its kind, as `file -> package`. */
export const strayPackages = (sources: readonly Source[]): readonly string[] =>
  sources.flatMap(({ path, text }) => {
    const allowed = Object.entries(mayUse).find(([room]) => within(path, room))?.[1];
    const named = [...text.matchAll(/(?:from|import|require\()\s*'([@a-z][\w:@./-]*)'/g)].map(
      (match) => match[1] ?? '',
    );
    return named
      .filter((name) => allowed && !name.startsWith('@tongcheng/') && !allowed.test(name))
      .map((name) => `${path} -> ${name}`);
  });

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
