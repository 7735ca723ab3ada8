import type { Text } from '../text';
import type { GuideEntry } from './wire';

type Searchable = Pick<GuideEntry, 'id'> & {
  readonly question: Text;
  readonly answer: Text;
  /** What people type besides; never shown. */
  readonly words?: Text;
};

/** A word found in the question, or among what people type for it, counts this much more than one in the answer. */
const questionWeight = 3;

/**
 * Entries that fit what somebody typed, the best first; all of them for nothing typed. Chinese has no spaces, so it is cut into
 * pairs of characters (a single one stands for itself); other scripts into words, of which the beginning suffices. Either language finds. A piece
 * that many entries hold ("how do I", 怎么) counts for less than one that few do.
 */
export function searchGuide<E extends Searchable>(entries: readonly E[], typed: string): readonly E[] {
  const pieces = piecesOf(typed);
  if (pieces.length === 0) return entries;
  const texts = entries.map(textsOf);
  const weighed = pieces.map((piece) => ({ piece, weight: rarityOf(piece, texts) }));
  const scored = entries.map((entry, place) => ({ entry, place, score: scoreOf(textsOf(entry), weighed) }));
  return scored
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || one.place - other.place)
    .map(({ entry }) => entry);
}

/** What is looked for: pairs of Han characters, and words of everything else in lower case. */
export function piecesOf(typed: string): readonly string[] {
  const runs = typed.toLowerCase().match(/[\u3400-\u9fff]+|[a-z0-9\u00c0-\u024f]+/g) ?? [];
  return [...new Set(runs.flatMap((run) => (isHan(run) ? pairsOf(run) : [run])))];
}

const isHan = (run: string): boolean => /[\u3400-\u9fff]/.test(run);

function pairsOf(run: string): readonly string[] {
  if (run.length < 2) return [run];
  return Array.from({ length: run.length - 1 }, (_unused, at) => run.slice(at, at + 2));
}

interface Texts {
  readonly asked: string;
  readonly answered: string;
}

const textsOf = ({ question, answer, words = { zh: '', en: '' } }: Searchable): Texts => ({
  asked: `${textOf(question)}${textOf(words)}`,
  answered: textOf(answer),
});

/** 1 for a piece of one entry alone, less the more entries hold it. */
const rarityOf = (piece: string, texts: readonly Texts[]): number =>
  1 / Math.max(1, texts.filter(({ asked, answered }) => holds(asked, piece) || holds(answered, piece)).length);

function scoreOf(
  { asked, answered }: Texts,
  weighed: readonly { readonly piece: string; readonly weight: number }[],
): number {
  let score = 0;
  for (const { piece, weight } of weighed) {
    if (holds(asked, piece)) score += questionWeight * weight;
    if (holds(answered, piece)) score += weight;
  }
  return score;
}

const textOf = ({ zh, en }: Text): string => ` ${zh} ${en}`.toLowerCase();

/** Words are found by their beginning, so that `tax` finds taxis and `ax` does not. */
const holds = (text: string, piece: string): boolean =>
  isHan(piece) ? text.includes(piece) : new RegExp(`[^a-z0-9]${piece}`).test(text);
