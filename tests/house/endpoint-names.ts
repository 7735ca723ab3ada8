import type { Source } from './sources';

const declaration = /export const (\w+) = endpoint\(\{\s*name: '([^']+)'/g;
const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * Where an endpoint's wire name, its export in `shared/<capability>/api.ts` (or a part of it, `<part>-api.ts`), its use case's file and exported function do not
 * say the same. What screens call is held by the compiler: they can only name an endpoint that is declared.
 */
export function endpointNameFaults(sources: readonly Source[]): readonly string[] {
  const declared = sources.flatMap(({ path, text }) =>
    [...text.matchAll(declaration)].map(([, name = '', wire = '']) => ({ path, name, wire })),
  );
  const served = sources.filter(({ path }) => path.startsWith('cloudfunctions/functions/')).flatMap(routesOf);
  return [...declared.flatMap(wireFaults), ...served, ...unserved(sources, declared)];
}

/** Wire names of all endpoints that stand in `shared/<capability>/api.ts` and its parts. */
export const declaredNames = (sources: readonly Source[]): string[] =>
  sources
    .filter(({ path }) => /^shared\/[^/]+\/(?:[a-z]+-)?api\.ts$/.test(path))
    .flatMap(({ text }) => [...text.matchAll(declaration)].map(([, , wire = '']) => wire));

interface Declared {
  readonly path: string;
  readonly name: string;
  readonly wire: string;
}

const wireFaults = ({ path, name, wire }: Declared): readonly string[] => {
  const right = `${path.split('/')[1]}.${kebab(name)}`;
  return wire === right ? [] : [`${path}: ${name} is called ${wire}, not ${right}`];
};

function routesOf({ path, text }: Source): readonly string[] {
  return [...text.matchAll(/route\(\s*(?:api|[a-z]+Api)\.(\w+),\s*(\w+)/g)].flatMap(
    ([, endpoint = '', useCase = '']) => {
      const file = new RegExp(`import \\{ ${useCase} \\} from '([^']+)'`).exec(text)?.[1] ?? 'nowhere';
      const right = useCase === endpoint && file.includes('/app/') && file.endsWith(`/${kebab(endpoint)}`);
      return right ? [] : [`${path}: ${endpoint} is served by ${useCase} of ${file}`];
    },
  );
}

const unserved = (sources: readonly Source[], declared: readonly Declared[]): readonly string[] => {
  const routes = sources.filter(({ path }) => path.startsWith('cloudfunctions/functions/')).map(({ text }) => text);
  const isServed = ({ name }: Declared) => routes.some((text) => new RegExp(`[aA]pi\\.${name}\\b`).test(text));
  return declared.filter((each) => !isServed(each)).map(({ path, name }) => `${path}: nothing serves ${name}`);
};
