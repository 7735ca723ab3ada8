import type { FontFace } from '../../../ports/font-files';

/** A page that can measure and draw text of one font. */
export interface Pen {
  font(name: string): Pen;
  fontSize(size: number): Pen;
  widthOfString(text: string, options?: TextOptions): number;
  text(text: string, x: number, y: number, options: TextOptions): Pen;
}

/** How a run is drawn: `halt` narrows the full-width dot and apostrophe that Chinese fonts give to Latin text. */
interface TextOptions {
  readonly lineBreak: false;
  readonly baseline: 'alphabetic';
  readonly features: PDFKit.Mixins.OpenTypeFeatures[];
}

/** Text laid into lines of one size. */
export interface Laid {
  readonly size: number;
  readonly lines: readonly string[];
}

/** The room a text may take: it shrinks from `size` to `least`, then its end is cut off with an ellipsis. */
export interface Room {
  readonly width: number;
  readonly size: number;
  readonly least: number;
  readonly lines: number;
}

/** Measures, breaks and draws text of several scripts on one page. */
export interface Typesetter {
  widthOf(text: string, size: number): number;
  /** The largest size at which a text fits; words stay whole, Chinese breaks anywhere. */
  lay(text: string, room: Room): Laid;
  /** Draws one line with its baseline at y. */
  draw(text: string, at: { readonly x: number; readonly y: number; readonly size: number }): void;
}

const options: TextOptions = { lineBreak: false, baseline: 'alphabetic', features: ['halt'] };
const measuredAt = 100;
const word = /[!-~À-ɏ·\u2010-\u2027]+\s*|\s*./gu;

/** A typesetter for a page whose fonts are registered under the faces' names. */
export const makeTypesetter = (pen: Pen, faces: readonly FontFace[]): Typesetter => {
  const widths = new Map<string, number>();
  const widthOfOne = (character: string): number => {
    const known = widths.get(character);
    if (known !== undefined) return known;
    const width = pen.font(faceOf(faces, character)).fontSize(measuredAt).widthOfString(character, options);
    widths.set(character, width / measuredAt);
    return width / measuredAt;
  };
  const widthOf = (text: string, size: number) =>
    [...text].reduce((sum, character) => sum + widthOfOne(character), 0) * size;
  return {
    widthOf,
    lay: (text, room) => layText(widthOf, text, room),
    draw: (text, at) => drawRuns(pen, faces, text, at),
  };
};

type WidthOf = Typesetter['widthOf'];

function faceOf(faces: readonly FontFace[], character: string): string {
  return (faces.find(({ holds }) => holds(character)) ?? faces.at(-1))?.name ?? '';
}

function drawRuns(
  pen: Pen,
  faces: readonly FontFace[],
  text: string,
  at: { x: number; y: number; size: number },
): void {
  let x = at.x;
  for (const { face, run } of runsOf(faces, text)) {
    pen.font(face).fontSize(at.size).text(run, x, at.y, options);
    x += pen.widthOfString(run, options);
  }
}

function runsOf(faces: readonly FontFace[], text: string): { face: string; run: string }[] {
  const runs: { face: string; run: string }[] = [];
  for (const character of text) {
    const face = faceOf(faces, character);
    const last = runs.at(-1);
    if (last?.face === face) last.run += character;
    else runs.push({ face, run: character });
  }
  return runs;
}

function layText(widthOf: WidthOf, text: string, room: Room): Laid {
  for (let size = room.size; size >= room.least; size -= 0.5) {
    const lines = broken(widthOf, text, room.width, size);
    if (lines.length <= room.lines && lines.every((line) => widthOf(line, size) <= room.width)) return { size, lines };
  }
  const all = broken(widthOf, text, room.width, room.least);
  const lines = [...all.slice(0, room.lines - 1), all.slice(room.lines - 1).join(' ')];
  return { size: room.least, lines: lines.map((line) => cutTo(widthOf, line, room)) };
}

function broken(widthOf: WidthOf, text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of text.match(word) ?? []) {
    if (line === '' || widthOf((line + part).trimEnd(), size) <= width) {
      line += part;
      continue;
    }
    lines.push(line.trimEnd());
    line = part.trimStart();
  }
  return [...lines, line.trimEnd()];
}

function cutTo(widthOf: WidthOf, line: string, room: Room): string {
  if (widthOf(line, room.least) <= room.width) return line;
  const kept = [...line];
  while (kept.length > 1 && widthOf(`${kept.join('')}…`, room.least) > room.width) kept.pop();
  return `${kept.join('')}…`;
}
