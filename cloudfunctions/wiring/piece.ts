import type { BreakerState } from '../adapters/breaker/behind-breaker';
import type { KeyService } from '../ports/key-service';
import type { Environment, Names, Read, Wrong } from './choice';
import { type Choices, choose, namesToChoose } from './choose';
import { chosenBy, type PartName } from './home';
import type { OutsideNeeds } from './parts/outside';

/** What is open already when pieces open. */
export interface PieceNeeds extends OutsideNeeds {
  readonly keys: KeyService;
  readonly publicUrl: string;
  /** Is told the state of the breaker around each call of an outside service, whenever it changes. */
  readonly watchBreaker?: (service: string, state: BreakerState) => void;
}

/** One need of use cases that not every function has: read from the environment, opened after the store and the keys. */
export interface Piece<Made> {
  /** Every name that it may read, and whether it must be set whatever is chosen. */
  readonly names: Names;
  readonly read: (environment: Environment) => Read<PieceNeeds, Made>;
}

/** Pieces by the names under which use cases ask for them. */
export type Pieces<Made> = { readonly [K in keyof Made]: Piece<Made[K]> };

/** The piece that the environment chooses among a home's adapters. */
export const fromChoices = <Made>(part: PartName, choices: Choices<PieceNeeds, Made>): Piece<Made> => ({
  names: namesToChoose(chosenBy[part], choices),
  read: (environment) => choose(chosenBy[part], choices, environment),
});

/** A piece with nothing to set. */
export const withoutSettings = <Made>(make: () => Made): Piece<Made> => ({
  names: {},
  read: () => ({ ok: true, open: async () => make() }),
});

/** A piece changed after it is opened. */
export const turned = <Made, Turned>(
  piece: Piece<Made>,
  turn: (made: Made, needs: PieceNeeds) => Turned,
): Piece<Turned> => ({
  names: piece.names,
  read: (environment) => {
    const read = piece.read(environment);
    return read.ok ? { ok: true, open: async (needs) => turn(await read.open(needs), needs) } : read;
  },
});

/** Several pieces as one, opened one after another, with all that is wrong told at once. */
export const grouped = <Made extends object>(pieces: Pieces<Made>): Piece<Made> => ({
  names: Object.assign({}, ...Object.values<Piece<unknown>>(pieces).map(({ names }) => names)),
  read: (environment) => {
    const reads = readAll(pieces, environment);
    const wrong = Object.values<Read<PieceNeeds, unknown>>(reads).flatMap((read): readonly Wrong[] =>
      read.ok ? [] : read.wrong,
    );
    if (wrong.length > 0) return { ok: false, wrong };
    return { ok: true, open: (needs) => openAll(reads, needs) };
  },
});

type Reads<Made> = { readonly [K in keyof Made]: Read<PieceNeeds, Made[K]> };

function readAll<Made extends object>(pieces: Pieces<Made>, environment: Environment): Reads<Made> {
  const reads: { [K in keyof Made]?: Read<PieceNeeds, Made[K]> } = {};
  for (const name in pieces) reads[name] = pieces[name].read(environment);
  if (isWhole<Reads<Made>>(reads, pieces)) return reads;
  throw new Error('a piece was not read');
}

async function openAll<Made extends object>(reads: Reads<Made>, needs: PieceNeeds): Promise<Made> {
  const made: Partial<Made> = {};
  for (const name in reads) {
    const read = reads[name];
    if (read.ok) made[name] = await read.open(needs);
  }
  if (isWhole<Made>(made, reads)) return made;
  throw new Error('a piece was not opened');
}

/** Every name is there, be its value undefined. */
const isWhole = <Whole extends object>(made: Partial<Whole>, names: object): made is Whole =>
  Object.keys(names).every((name) => name in made);
