import type { Instant } from '../time';

/** The head of a set file: what it holds, of whom, and what its body must be. */
export interface SetHeader {
  /** Of which city's cards, by its six digits. */
  readonly city: string;
  /** The key of the hashes, by its name; a new one makes every hash anew. */
  readonly epoch: string;
  /** Counts up with every file of a city, over all epochs. */
  readonly version: number;
  /** A delta: the version that it changes. Absent: a snapshot. */
  readonly from?: number;
  /** When the statuses were as they are here. */
  readonly madeAt: Instant;
  /** No test in the set was taken before; bytes of older ones would be read as new ones. */
  readonly testsSince: Instant;
  /** Cards of the set: after the change, where this is a delta. */
  readonly cards: number;
  /** Entries of the body. */
  readonly entries: number;
  /** Check of the set, after the change. */
  readonly check: string;
  /** Length of the body in bytes. */
  readonly bytes: number;
  /** SHA-256 of the body, 64 hexadecimal digits. */
  readonly sha256: string;
  /** The key that signed, by its name. */
  readonly keyId: string;
}

/** The first line of every set file, and with it of every text that a set key signs. */
const form = 'tongcheng-card-set-1';

/** A field of the head: its line's first word, its value as text, and what a value looks like. */
interface Line {
  readonly word: string;
  readonly text: (header: SetHeader) => string;
  readonly shape: RegExp;
}

const digits = /^(?:0|[1-9]\d{0,15})$/;
const name = /^[a-z0-9-]{1,40}$/;

const lines = [
  { word: 'city', text: ({ city }) => city, shape: /^\d{6}$/ },
  { word: 'epoch', text: ({ epoch }) => epoch, shape: name },
  { word: 'version', text: ({ version }) => String(version), shape: digits },
  { word: 'from', text: ({ from }) => (from === undefined ? '-' : String(from)), shape: /^(?:-|0|[1-9]\d{0,15})$/ },
  { word: 'made-at', text: ({ madeAt }) => String(madeAt), shape: digits },
  { word: 'tests-since', text: ({ testsSince }) => String(testsSince), shape: digits },
  { word: 'cards', text: ({ cards }) => String(cards), shape: digits },
  { word: 'entries', text: ({ entries }) => String(entries), shape: digits },
  { word: 'check', text: ({ check }) => check, shape: /^[0-9a-f]{14}$/ },
  { word: 'bytes', text: ({ bytes }) => String(bytes), shape: digits },
  { word: 'sha256', text: ({ sha256 }) => sha256, shape: /^[0-9a-f]{64}$/ },
  { word: 'key-id', text: ({ keyId }) => keyId, shape: name },
] as const satisfies readonly Line[];

type Word = (typeof lines)[number]['word'];

/** The head as it is signed: its lines in their order, each ended. */
export const setHeaderText = (header: SetHeader): string =>
  [form, ...lines.map(({ word, text }) => `${word} ${text(header)}`), ''].join('\n');

/**
 * Reads a head exactly as {@link setHeaderText} writes it; undefined for everything else: an unknown form, a line too many or too few, a number
 * that no computer counts exactly.
 */
export function readSetHeader(text: string): SetHeader | undefined {
  const [first, ...rest] = text.split('\n');
  if (first !== form || rest.length !== lines.length + 1 || rest[lines.length] !== '') return undefined;
  const values: Partial<Record<Word, string>> = {};
  for (const [index, { word, shape }] of lines.entries()) {
    const line = rest[index] ?? '';
    const value = line.slice(word.length + 1);
    if (!line.startsWith(`${word} `) || !shape.test(value)) return undefined;
    values[word] = value;
  }
  const header = headerOf(values);
  return setHeaderText(header) === text ? header : undefined;
}

function headerOf(values: Partial<Record<Word, string>>): SetHeader {
  const text = (word: Word) => values[word] ?? '';
  const number = (word: Word) => Number(values[word]);
  return {
    city: text('city'),
    epoch: text('epoch'),
    version: number('version'),
    ...(text('from') !== '-' && { from: number('from') }),
    madeAt: number('made-at'),
    testsSince: number('tests-since'),
    cards: number('cards'),
    entries: number('entries'),
    check: text('check'),
    bytes: number('bytes'),
    sha256: text('sha256'),
    keyId: text('key-id'),
  };
}
