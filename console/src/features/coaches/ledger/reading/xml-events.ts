import { SaxesParser } from 'saxes';
import { LedgerRefused } from './ledger-refused';

/** What is heard of an XML document; names come without their prefix. */
export interface XmlListener {
  readonly opened?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly closed?: (name: string) => void;
}

/** Names without a prefix: programs differ in the prefixes that they write. */
const local = (name: string) => name.slice(name.indexOf(':') + 1);

/** A parser holds what stands between two tags; no cell of a table is so long. */
const longestText = 1_000_000;

/**
 * Reads XML piece by piece; `afterPiece` gives what the listener has gathered since the piece before. A document type is refused before any of
 * its entities could be meant, and what is not well-formed ends in {@link LedgerRefused}.
 */
export async function* xmlEvents<T>(
  pieces: AsyncIterable<Uint8Array>,
  listener: XmlListener,
  afterPiece: () => Iterable<T>,
): AsyncGenerator<T> {
  const parser = parserFor(listener);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    let sinceTag = 0;
    for await (const piece of pieces) {
      const text = decoder.decode(piece, { stream: true });
      const tag = text.lastIndexOf('<');
      sinceTag = tag < 0 ? sinceTag + text.length : text.length - tag;
      if (sinceTag > longestText) throw new LedgerRefused('inflates-too-much');
      parser.write(text);
      yield* afterPiece();
    }
    parser.write(decoder.decode()).close();
  } catch (fault) {
    throw fault instanceof LedgerRefused ? fault : new LedgerRefused('broken');
  }
  yield* afterPiece();
}

function parserFor({ opened, text, closed }: XmlListener) {
  const parser = new SaxesParser();
  parser.on('doctype', () => {
    throw new LedgerRefused('holds-a-document-type');
  });
  parser.on('error', () => {
    throw new LedgerRefused('broken');
  });
  parser.on('opentag', ({ name, attributes }) => opened?.(local(name), attributes));
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  parser.on('closetag', ({ name }) => closed?.(local(name)));
  return parser;
}

/** Reads a whole small document for its listener. */
export async function hearXml(pieces: AsyncIterable<Uint8Array>, listener: XmlListener): Promise<void> {
  for await (const _nothing of xmlEvents(pieces, listener, () => []));
}
