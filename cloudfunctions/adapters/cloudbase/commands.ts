import type { Client } from './connection';
import { askableNumber, pathOf } from './shape';
import type { Term } from './terms';

type Command = ReturnType<Client['database']>['command'];

/** Terms in the words of the SDK. No value is ever undefined here: `conditions.ts` has looked at each. */
export const query = (_: Command, terms: readonly Term[]): object => _.and(terms.map((term) => inWords(_, term)));

function inWords(_: Command, term: Term): object {
  if (term.kind === 'either') return _.or(term.of.map((terms) => query(_, terms)));
  const path = pathOf(term.field);
  if (term.kind === 'among')
    return { [path]: term.values.length === 1 ? _.eq(standing(term.values[0])) : _.in(term.values.map(standing)) };
  return { [path]: _.and(term.bounds.map(([bound, value]) => _[bound](standing(value)))) };
}

const standing = (value: unknown) => (typeof value === 'number' ? askableNumber(value) : value);
