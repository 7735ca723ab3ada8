import { readdirSync, readFileSync } from 'node:fs';
import { at } from '../places.mjs';

/** Rooms whose collections hold the product's documents; adapters, wiring and host declare marks of their own, which live for seconds or with the place. */
const rooms = ['app', 'vault'];

const declared = (file) =>
  [...readFileSync(at(`cloudfunctions/${file}`), 'utf8').matchAll(/^export const (\w+) = collection</gm)].map(
    ([, name]) => name,
  );

const widest = 120;
const imported = (names, path) => {
  const line = `import { ${names.join(', ')} } from '${path}';`;
  return line.length <= widest ? line : `import {\n${names.map((name) => `  ${name},`).join('\n')}\n} from '${path}';`;
};

/** `cloudfunctions/app/retention/every-collection.ts`: one list of all collections, made out of their declarations. */
export const everyCollectionFile = () => {
  const files = rooms
    .flatMap((room) => readdirSync(at(`cloudfunctions/${room}`), { recursive: true }).map((file) => `${room}/${file}`))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => ({ file: file.replace(/\.ts$/, ''), names: declared(file) }))
    .filter(({ names }) => names.length > 0)
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  const pathOf = (file) => (file.startsWith('app/') ? `../${file.slice(4)}` : `../../${file}`);
  const names = files.flatMap((each) => each.names).sort();
  const ofRoom = (room) => files.filter(({ file }) => file.startsWith(`${room}/`));
  const text = [
    '// Made by `npm run generate` out of every `collection<…>()({ … })` in app and vault.',
    '',
    "import { type AnyCollection, anyCollection } from '../../ports/any-collection';",
    ...[...ofRoom('vault'), ...ofRoom('app')].map(({ file, names }) => imported([...names].sort(), pathOf(file))),
    '',
    '/** Every collection of the product. The sweeper, the erasure of a person, backup and deployment read it. */',
    'export const everyCollection: readonly AnyCollection[] = [',
    ...names.map((name) => `  anyCollection(${name}),`),
    '];',
    '',
  ].join('\n');
  return { 'cloudfunctions/app/retention/every-collection.ts': text };
};
